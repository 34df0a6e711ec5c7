#include "interleave/search/describe.hpp"

#include <set>

#include "interleave/runtime/outside.hpp"
#include "interleave/search/decisive.hpp"
#include "interleave/search/names.hpp"
#include "interleave/search/notes.hpp"
#include "interleave/search/variables.hpp"
#include "interleave/search/words.hpp"

namespace interleave::search {
namespace {

using runtime::execution;
using runtime::Kind;
using runtime::Note;
using runtime::Object;
using runtime::ObjectType;
using runtime::recorder;
using runtime::Thread;

std::string blocked_on(const Thread& thread) {
    if (thread.finished) return {};
    if (thread.pending.kind == Kind::join) return name_of(*thread.target);
    if (!thread.object || (!thread.ready && !thread.sleeping)) return {};
    std::string what = name_of(thread.object->address);
    const std::string holder = holder_of(*thread.object);
    if (!holder.empty() && !thread.sleeping) what += ", held by " + holder;
    return what;
}

bool counts_owners(const Note& note) {
    return note.address && name_of(note.address).ends_with("(count of owners)");
}

// A step on what no other thread ever uses: who steps through could not have picked another one.
bool is_private(const Note& note) {
    if (note.failure || note.blocked || note.kind == Kind::output || !note.address) return false;
    const Object* object = object_at(note.address);
    return object && !object->shared;
}

bool is_shown(const Note& note, const Result& result) {
    const bool shows_memory =
        result.verdict == Verdict::use_after_free || result.verdict == Verdict::double_free;
    const bool shows_owners = shows_memory || result.verdict == Verdict::leak;
    if (note.kind == Kind::none && !note.failure && !shows_memory) return false;
    if (note.kind == Kind::finish) return false;
    if (is_private(note) && (result.mode == "step" || (!shows_owners && counts_owners(note))))
        return false;
    return !note.depth || note.failure || !is_test_framework(recorder.stacks[note.stack].code);
}

Event event_of(const Note& note, std::size_t step) {
    Event event;
    event.step = static_cast<int>(step);
    event.thread = note.thread;
    event.action = action_of(note);
    event.object = object_of(note);
    event.value = value_of(note);
    event.preempted = note.preempted;
    event.failure = note.failure;
    event.stack = note.kind == Kind::begin ? start_of(note.thread) : stack_of(note);
    if (note.blocked) {
        event.blocked_on = event.object;
        if (note.after && note.kind != Kind::futex_wait)
            event.blocked_on += ", held by " + thread_name(static_cast<int>(note.after) - 1);
        event.value.clear();
    }
    return event;
}

// Of a very long execution, how it begins and how it ends.
constexpr std::size_t kMostEvents = 1000;

// The access that fails is noted as a step and as a failure.
bool is_said_again(const Note& note, const Note& last) {
    return note.failure == false && last.failure && note.thread == last.thread &&
           note.kind == last.kind && note.address == last.address && note.size == last.size &&
           stack_of(note) == stack_of(last);
}

void add_events(Result& result) {
    recorder.complete_last_write();
    std::vector<const Note*> shown;
    const Note* skipped = nullptr;  // the last one, if it was the first of a preemption
    for (Note& note : recorder.notes) {
        note.preempted |= skipped && skipped->thread == note.thread;
        skipped = note.preempted ? &note : nullptr;
        if (!is_shown(note, result)) continue;
        skipped = nullptr;
        if (!shown.empty() && is_said_again(*shown.back(), note)) {
            note.preempted = shown.back()->preempted;
            shown.pop_back();
        }
        shown.push_back(&note);
    }
    std::set<const Note*> decisive;
    if (result.verdict != Verdict::passed) decisive = decisive_notes();
    for (std::size_t i = 0; i < shown.size(); ++i) {
        if (i >= kMostEvents / 2 && i + kMostEvents / 2 < shown.size()) continue;
        result.events.push_back(event_of(*shown[i], i));
        result.events.back().decisive = decisive.contains(shown[i]);
    }
}

void add_threads(Result& result) {
    for (int id = 0; id < execution.thread_count(); ++id) {
        const Thread& thread = execution.thread(id);
        ThreadInfo info;
        info.id = id;
        info.name = name_of(thread);
        const std::string waits = blocked_on(thread);
        info.state = thread.finished ? "finished"
                     : waits.empty() ? "running"
                                     : "waits for " + waits;
        for (std::uint32_t i = 1; i < execution.object_count(); ++i) {
            const Object& object = execution.object(i);
            if ((object.type == ObjectType::mutex || object.type == ObjectType::rwlock) &&
                (object.owner == id || object.holders.has(id)))
                info.holds.push_back(name_of(object.address));
        }
        if (!thread.finished) info.stack = last_stack_of(thread);
        result.threads.push_back(std::move(info));
    }
}

}  // namespace

void describe_execution(Result& result) {
    forget_variables();
    add_events(result);
    add_threads(result);
    result.output.assign(runtime::output.begin(), runtime::output.end());
    describe_failure(result);
    if (!result.events.empty() && result.verdict != Verdict::passed)
        result.events.back().failure = result.events.back().decisive = true;
}

}  // namespace interleave::search
