// What a failure is, in one sentence, with the places that it is about.
#include "interleave/report/source_lines.hpp"
#include "interleave/runtime/layout.hpp"
#include "interleave/search/describe.hpp"
#include "interleave/search/names.hpp"
#include "interleave/search/notes.hpp"
#include "interleave/search/words.hpp"

namespace interleave::search {
namespace {

using runtime::execution;
using runtime::Note;
using runtime::Object;
using runtime::recorder;
using runtime::Thread;

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

void describe_race(Result& result) {
    const runtime::Failure& failure = execution.failure;
    const int earlier_thread = runtime::thread_of(failure.conflict.earlier);
    const std::string name = name_of(failure.address);
    const std::vector<Frame> here =
        recorder.notes.empty() ? std::vector<Frame>{} : stack_of(recorder.notes.back());
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
        recorder.notes.empty() ? std::vector<Frame>{} : stack_of(recorder.notes.back());
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

}  // namespace

void describe_failure(Result& result) {
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
}

}  // namespace interleave::search
