// What a Result holds, for JSON.
#pragma once

#include <interleave/result.hpp>

#include "interleave/report/json_fields.hpp"

namespace interleave {

inline bool from_name(const std::string& name, Verdict& verdict) {
    for (int i = 0; i <= static_cast<int>(Verdict::uncontrolled); ++i) {
        verdict = static_cast<Verdict>(i);
        if (name == to_string(verdict)) return true;
    }
    return false;
}

void fields(auto& visit, report::Is<Frame> auto& frame) {
    visit.required("function", frame.function);
    visit.required("file", frame.file);
    visit.required("line", frame.line);
    visit.optional("address", frame.address);
    visit.optional("own", frame.own, frame.own);
}

void fields(auto& visit, report::Is<Event> auto& event) {
    visit.required("step", event.step);
    visit.required("thread", event.thread);
    visit.required("action", event.action);
    visit.optional("object", event.object);
    visit.optional("value", event.value);
    visit.optional("blocked_on", event.blocked_on);
    visit.optional("preempted", event.preempted);
    visit.optional("failure", event.failure);
    visit.optional("decisive", event.decisive);
    visit.optional("stack", event.stack);
}

void fields(auto& visit, report::Is<ThreadInfo> auto& thread) {
    visit.required("id", thread.id);
    visit.required("name", thread.name);
    visit.optional("state", thread.state);
    visit.optional("holds", thread.holds);
    visit.optional("stack", thread.stack);
}

void fields(auto& visit, report::Is<Move> auto& move) {
    visit.required("pick", move.pick);
    visit.required("thread", move.thread);
    visit.required("action", move.action);
    visit.optional("object", move.object);
    visit.optional("why", move.why);
    visit.optional("stack", move.stack);
}

void fields(auto& visit, report::Is<Place> auto& place) {
    visit.required("label", place.label);
    visit.optional("stack", place.stack);
}

void fields(auto& visit, report::Is<Outcome> auto& outcome) {
    visit.required("value", outcome.value);
    visit.required("schedule", outcome.schedule);
    visit.required("executions", outcome.executions);
}

void fields(auto& visit, report::Is<Result> auto& result) {
    visit.required("verdict", result.verdict);
    visit.required("message", result.message);
    visit.required("executions", result.executions);
    visit.required("exhausted", result.exhausted);
    visit.required("mode", result.mode);
    visit.required("bound", result.bound);
    visit.optional("seed", result.seed);
    visit.required("traces", result.traces);
    visit.required("reads_from", result.reads_from);
    visit.required("seconds", result.seconds);
    visit.required("outcomes", result.outcomes);
    visit.required("schedule", result.schedule);
    visit.optional("preemptions", result.preemptions);
    visit.optional("places", result.places);
    visit.optional("threads", result.threads);
    visit.required("events", result.events);
    visit.optional("picked", result.picked);
    visit.optional("moves", result.moves);
    visit.optional("output", result.output);
}

}  // namespace interleave
