// The recorded execution in the reader's words.
#include <algorithm>
#include <map>
#include <set>

#include "interleave/report/source_lines.hpp"
#include "interleave/runtime/layout.hpp"
#include "interleave/runtime/outside.hpp"
#include "interleave/search/decisive.hpp"
#include "interleave/search/explorer.hpp"
#include "interleave/search/names.hpp"
#include "interleave/search/notes.hpp"
#include "interleave/search/variables.hpp"

namespace interleave::search {
namespace {

using runtime::execution;
using runtime::Kind;
using runtime::Note;
using runtime::Object;
using runtime::ObjectType;
using runtime::Thread;

std::string name_of(const Thread& thread) {
    if (thread.name[0]) return thread.name;
    return thread.id == 0 ? "main" : "thread " + std::to_string(thread.id);
}
std::string thread_name(int id) {
    return name_of(execution.thread(id));
}

const char* word_for(ObjectType type) {
    switch (type) {
        case ObjectType::mutex:
            return "mutex";
        case ObjectType::rwlock:
            return "shared mutex";
        case ObjectType::condition:
            return "condition variable";
        case ObjectType::semaphore:
            return "semaphore";
        case ObjectType::barrier:
            return "barrier";
        case ObjectType::once:
            return "initialisation";
        case ObjectType::stream:
            return "output";
        default:
            return "variable";
    }
}

Object* object_at(std::uintptr_t address) {
    for (std::uint32_t i = 1; i < execution.object_count(); ++i)
        if (execution.object(i).address == address) return &execution.object(i);
    return nullptr;
}

std::string name_of(std::uintptr_t address) {
    if (address == 16) return "output";
    if (address < 4096) return {};
    if (const std::string global = global_at(address); !global.empty()) return global;
    if (const std::string variable = variable_at(address); !variable.empty()) return variable;
    const Object* object = object_at(address);
    std::string name = object ? std::string(word_for(object->type)) : "variable";
    if (object) name += " " + std::to_string(object->serial);
    if (runtime::on_stack(address)) {
        if (!object) name += " of " + thread_name(runtime::stack_owner(address));
    } else if (!object && runtime::on_heap(address)) {
        if (const runtime::Block* block = execution.heap.block_around(address))
            return "a block of " + std::to_string(block->size) + " bytes";
    }
    return name;
}

std::string shown_value(const Note& note, std::uint64_t value) {
    const unsigned size = note.size;
    if (size > 8) return {};
    if (size < 8 && global_at(note.address).empty() && is_unsigned_at(note.address))
        return std::to_string(value & ((std::uint64_t{1} << (8 * size)) - 1));
    if (size == 8)
        if (const std::string global = global_that_begins_at(value); !global.empty())
            return "&" + global;
    std::int64_t number = static_cast<std::int64_t>(value);
    if (size == 1) number = static_cast<std::int8_t>(value);
    if (size == 2) number = static_cast<std::int16_t>(value);
    if (size == 4) number = static_cast<std::int32_t>(value);
    if (size == 8 && value > 0xffffffffu && number > 0) {
        char text[24];
        std::snprintf(text, sizeof text, "0x%llx", static_cast<unsigned long long>(value));
        return text;
    }
    return std::to_string(number);
}

// Where the thread was last seen.
std::vector<Frame> last_stack_of(const Thread& thread) {
    const Note* last = last_note([&](const Note& note) { return note.thread == thread.id; });
    return last ? stack_of(*last) : std::vector<Frame>{};
}

std::string escaped_line(const char* begin, const char* end) {
    std::string text = "\"";
    for (; begin < end && text.size() < 60; ++begin) {
        if (*begin == '\n') {
            text += "\\n";
        } else {
            text += *begin;
        }
    }
    return text + "\"";
}

std::string value_of(const Note& note) {
    if (note.kind == Kind::output) {
        const std::size_t end = std::min<std::size_t>(note.after, runtime::output.size());
        const std::size_t begin = std::min<std::size_t>(note.address, end);
        return escaped_line(runtime::output.begin() + begin, runtime::output.begin() + end);
    }
    if (note.detail) {
        if (note.kind != Kind::compare_exchange) return note.detail;
        return std::string(note.detail) + ", " + shown_value(note, note.before) +
               (note.before == note.after ? "" : " -> " + shown_value(note, note.after));
    }
    switch (note.kind) {
        case Kind::load:
        case Kind::read:
            return shown_value(note, note.after);
        case Kind::store:
            return shown_value(note, note.after);
        case Kind::write:
            return execution.plain_steps ? shown_value(note, note.after) : "";
        case Kind::exchange:
        case Kind::fetch_op:
            return shown_value(note, note.before) + " -> " + shown_value(note, note.after);
        case Kind::acquire:
        case Kind::release:
            return std::to_string(note.after) + " left";
        case Kind::sleep:
            return std::to_string(note.after / 1'000'000) + " ms";
        default:
            return {};
    }
}

std::string object_of(const Note& note) {
    if (note.kind == Kind::start || note.kind == Kind::join) return thread_name(note.peer);
    if (note.kind == Kind::output) return "output";
    return note.address ? name_of(note.address) : "";
}

std::string action_of(const Note& note) {
    if (note.kind == Kind::output) return "print";
    if (note.kind == Kind::none) return note.detail ? note.detail : "";
    if (note.kind == Kind::futex_wait) return "sleep";
    if (note.kind == Kind::futex_wake) return "wake";
    return name_of(note.kind);
}

std::string holder_of(const Object& object) {
    if (object.owner >= 0) return thread_name(object.owner);
    if (!object.holders.empty()) return thread_name(object.holders.first());
    return {};
}

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
    return !note.depth || note.failure ||
           !is_test_framework(execution.note_stacks[note.stack].code);
}

// Where the thread was started: there stands what it does, or what that is called.
std::vector<Frame> start_of(int thread) {
    const Note* started = last_note(
        [&](const Note& note) { return note.kind == Kind::start && note.peer == thread; });
    return started ? stack_of(*started) : std::vector<Frame>{};
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
    execution.complete_last_write();
    std::vector<const Note*> shown;
    const Note* skipped = nullptr;  // the last one, if it was the first of a preemption
    for (Note& note : execution.notes) {
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

std::string describe_other(const Result& result);

// ": `value += 1;`", the line of the place that the reader is shown.
std::string source_line(const std::vector<Frame>& stack) {
    const Frame* frame = report::reader_frame(stack);
    const std::string line = frame ? line_of(frame->file, frame->line) : "";
    return line.empty() ? "" : ": `" + line + "`";
}

// " in send_message() at mail.cpp:7", the place that the reader is shown.
std::string in_function(const std::vector<Frame>& stack) {
    const Frame* frame = report::reader_frame(stack);
    return frame ? " in " + frame->function + " at " + place_of(stack) : "";
}

std::string at(const std::vector<Frame>& stack) {
    const std::string place = place_of(stack);
    return place.empty() ? "" : " at " + place;
}

void describe_race(Result& result) {
    const runtime::Failure& failure = execution.failure;
    const int earlier_thread = runtime::thread_of(failure.conflict.earlier);
    const std::string name = name_of(failure.address);
    const std::vector<Frame> here =
        execution.notes.empty() ? std::vector<Frame>{} : stack_of(execution.notes.back());
    const Note* earlier = earlier_access();
    const std::vector<Frame> there = earlier ? stack_of(*earlier) : std::vector<Frame>{};
    const std::string now = failure.by_free ? "frees" : failure.write ? "writes" : "reads";
    const std::string before = failure.conflict.earlier_writes ? "write" : "read";
    result.message = thread_name(failure.thread) + " " + now + " " + name + at(here) +
                     ", and nothing orders this with the " + before + " by " +
                     thread_name(earlier_thread) + at(there) +
                     ": a lock that both hold, an atomic that hands it over, or a join would";
    result.places.push_back({std::string(failure.by_free ? "free"
                                         : failure.write ? "write"
                                                         : "read") +
                                 " of " + std::to_string(failure.size) + " bytes by " +
                                 thread_name(failure.thread),
                             here});
    if (earlier)
        result.places.push_back({before + " of " + std::to_string(earlier->size) + " bytes by " +
                                     thread_name(earlier_thread),
                                 there});
}

void describe_use(Result& result) {
    const runtime::Failure& failure = execution.failure;
    const std::vector<Frame> here =
        execution.notes.empty() ? std::vector<Frame>{} : stack_of(execution.notes.back());
    const Note* freed = freeing_of_the_block();
    result.message = thread_name(failure.thread) + (failure.write ? " writes" : " reads") +
                     " memory that was freed" + at(here);
    result.places.push_back({"access by " + thread_name(failure.thread), here});
    if (freed) {
        const std::vector<Frame> there = stack_of(*freed);
        result.message += "; " + thread_name(freed->thread) + " freed it" + at(there);
        result.places.push_back({"freed by " + thread_name(freed->thread), there});
    }
}

void describe_deadlock(Result& result) {
    std::string story;
    for (const ThreadInfo& thread : result.threads) {
        if (!thread.state.starts_with("waits")) continue;
        if (!story.empty()) story += "; ";
        story += thread.name;
        if (!thread.holds.empty()) {
            story += " holds ";
            for (std::size_t i = 0; i < thread.holds.size(); ++i)
                story += (i ? ", " : "") + thread.holds[i];
            story += " and";
        }
        story += " " + thread.state + at(thread.stack);
        // The standard library's own word for what is waited for says nothing.
        if (thread.state.find("std::__detail::") != std::string::npos)
            story += source_line(thread.stack);
        if (story.size() > 400) {
            story += "; and so on";
            break;
        }
    }
    result.message = "nobody can go on: " + story;
}

void describe_lost_wakeup(Result& result) {
    const Object* object = execution.failure.object;
    const Thread& sleeper = execution.thread(execution.failure.thread);
    const std::vector<Frame> asleep = last_stack_of(sleeper);
    const Note* missed = missed_notification();
    result.message = name_of(sleeper) + " sleeps on " + (object ? name_of(object->address) : "") +
                     at(asleep) + " for ever";
    result.places.push_back({"asleep: " + name_of(sleeper), asleep});
    if (missed) {
        const std::vector<Frame> early = stack_of(*missed);
        result.message +=
            ": " + thread_name(missed->thread) + " notified" + at(early) + " when nobody waited";
        result.places.push_back({"notified by " + thread_name(missed->thread), early});
    } else {
        result.message += ": what it waits for has changed, but nobody notifies it any more";
    }
}

void describe_leak(Result& result) {
    const runtime::Failure& failure = execution.failure;
    const Note* allocated = last_note([&](const Note& note) {
        return note.detail && std::string_view(note.detail) == "allocate";
    });
    const std::string who = thread_name(failure.thread);
    const std::vector<Frame> there = allocated ? stack_of(*allocated) : std::vector<Frame>{};
    result.message = "a block of " + std::to_string(failure.block ? failure.block->size : 0) +
                     " bytes that " + who + " allocated" + in_function(there) +
                     " is never freed, and nothing points to it any more";
    result.places.push_back({"allocated by " + who, there});
}

void describe_not_joined(Result& result) {
    const int thread = execution.failure.thread;
    if (std::string_view(execution.failure.text) == "dropped") {
        result.message = describe_other(result);
        return;
    }
    const std::vector<Frame> there = start_of(thread);
    const std::string routine =
        function_at(reinterpret_cast<std::uintptr_t>(execution.thread(thread).routine));
    result.message = thread_name(thread) + (routine.empty() ? "" : ", which runs " + routine) +
                     ", started" + at(there) + ", was neither joined nor detached";
    result.places.push_back({"start of " + thread_name(thread), there});
}

std::string describe_other(const Result& result) {
    const runtime::Failure& failure = execution.failure;
    const std::string who = failure.thread >= 0 ? thread_name(failure.thread) : "the program";
    const std::vector<Frame> here = failure.thread >= 0 && failure.thread < execution.thread_count()
                                        ? last_stack_of(execution.thread(failure.thread))
                                        : std::vector<Frame>{};
    const std::string text = failure.text;
    switch (result.verdict) {
        case Verdict::livelock:
            if (text == "cycle")
                return "the threads go round in circles" + at(here) +
                       ": everybody had a turn, and all is as it was before";
            if (failure.object)
                return who + " looks at " + name_of(failure.object->address) + at(here) +
                       " again and again, and nobody changes it any more";
            return who + (text.empty() ? " runs for ever without getting anywhere" : ": " + text) +
                   at(here);
        case Verdict::exception:
            return "an exception leaves " + who + at(here) + ": " + text;
        case Verdict::crash:
            return who + " crashes" + at(here) + ": " + text;
        case Verdict::use_after_scope:
            return who + (failure.write ? " writes" : " reads") +
                   " a variable of a function that has returned" + at(here) +
                   ": it lived on the stack of " +
                   thread_name(runtime::stack_owner(failure.address)) + source_line(here);
        case Verdict::double_free:
            return who + " frees a block of " +
                   std::to_string(failure.block ? failure.block->size : 0) +
                   " bytes that is free already" + at(here);
        case Verdict::bad_unlock: {
            const std::string name = failure.object ? name_of(failure.object->address) : "a mutex";
            const std::string holder = failure.object ? holder_of(*failure.object) : "";
            return who + (text == "wait" ? " waits with " : " unlocks ") + name + at(here) +
                   ", which " + (holder.empty() ? "nobody holds" : holder + " holds");
        }
        case Verdict::not_joined:
            return who + " drops a std::thread that is neither joined nor detached" + at(here);
        case Verdict::uncontrolled:
            return "the program uses something that the explorer does not control: " + text +
                   at(here);
        default:
            return text + (text.find(".cpp:") == std::string::npos ? at(here) : "");
    }
}

// Where the thread waits for its turn. One that has had none stands where it was started.
std::vector<Frame> waiting_place(const Thread& thread) {
    std::vector<Frame> stack;
    for (const runtime::Call& call : thread.place)
        for (const Frame& frame : frames_at(call.code)) stack.push_back(frame);
    return stack.empty() ? start_of(thread.id) : stack;
}

// What the thread does next, if it is its turn.
Move next_of(const Thread& thread) {
    Move move;
    move.pick = move.thread = thread.id;
    const Kind kind = thread.pending.kind;
    move.action = kind == Kind::output  ? "print"
                  : kind == Kind::none  ? "go on"
                  : kind == Kind::await ? "load"
                                        : name_of(kind);
    if (thread.object && thread.pending.size > 0 && kind != Kind::output)
        move.object = name_of(thread.object->address);
    move.stack = waiting_place(thread);
    if (!thread.sleeping) return move;
    move.action = "wake";
    const bool may_be_spurious = thread.spurious && thread.spurious_left > 0;
    move.why = kind == Kind::sleep ? "its sleep is over"
               : !thread.timed     ? "a spurious wake-up"
               : may_be_spurious   ? "its time is over, or for no reason"
                                   : "its time is over";
    return move;
}

struct Oddity {
    const char *action, *usual, *odd;
};
const std::map<runtime::Question, Oddity> kOddities = {
    {runtime::Question::weak_failure, {"compare_exchange", "succeeds", "fails for no reason"}},
    {runtime::Question::wakes_at_once, {"wait", "sleeps until it is woken", "a spurious wake-up"}},
    {runtime::Question::why_early, {"wake", "its time is over", "a spurious wake-up"}},
};

// Who is woken, why somebody woke, or whether a weak compare-exchange fails for no reason.
void add_answers(Result& result, const Guided& guided) {
    const Thread& self = *execution.asker;
    if (execution.question == runtime::Question::who_wakes) {
        guided.waiters().for_each([&](int id) {
            Move move = next_of(execution.thread(id));
            move.action = "wake";
            move.why = "woken by " + name_of(self);
            result.moves.push_back(std::move(move));
        });
        return;
    }
    const auto [action, usual, odd] = kOddities.at(execution.question);
    for (const int pick : {0, 1}) {
        Move move;
        move.pick = pick;
        move.thread = self.id;
        move.action = action;
        move.why = pick ? odd : usual;
        move.stack = waiting_place(self);
        result.moves.push_back(std::move(move));
    }
}

}  // namespace

void describe_moves(Result& result, const Guided& guided) {
    for (ThreadInfo& info : result.threads) {
        const Thread& thread = execution.thread(info.id);
        if (thread.finished) continue;
        info.stack = waiting_place(thread);
        if (guided.ready().has(info.id)) info.state = "running";
    }
    if (guided.asked() == Guided::Asked::value) return add_answers(result, guided);
    (guided.ready() | guided.lazy()).for_each([&](int id) {
        result.moves.push_back(next_of(execution.thread(id)));
    });
}

void describe_execution(Result& result) {
    forget_variables();
    add_events(result);
    add_threads(result);
    result.output.assign(runtime::output.begin(), runtime::output.end());
    switch (result.verdict) {
        case Verdict::passed:
            break;
        case Verdict::data_race:
            describe_race(result);
            break;
        case Verdict::use_after_free:
            describe_use(result);
            break;
        case Verdict::deadlock:
            describe_deadlock(result);
            break;
        case Verdict::leak:
            describe_leak(result);
            break;
        case Verdict::not_joined:
            describe_not_joined(result);
            break;
        case Verdict::lost_wakeup:
            describe_lost_wakeup(result);
            break;
        default:
            result.message = describe_other(result);
    }
    if (!result.events.empty() && result.verdict != Verdict::passed)
        result.events.back().failure = result.events.back().decisive = true;
}

}  // namespace interleave::search
