#include "course/grading/exploration.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "course/grading/inspection.hpp"
#include "course/grading/judge.hpp"
#include "course/grading/test_build.hpp"
#include "course/grading/test_program.hpp"
#include "system/error.hpp"
#include "system/files.hpp"

namespace fs = std::filesystem;

namespace course {

using namespace sys;

namespace {

using Found = interleave::Verdict;

std::string without_full_stop(std::string sentence) {
    if (sentence.ends_with('.')) sentence.pop_back();
    return sentence;
}

struct NumberedToken {
    std::size_t test = 0;  // counted from 1
    std::string token;
};

NumberedToken parse(const std::string& token, std::size_t tests) {
    NumberedToken parsed;
    const char* end = token.data() + token.size();
    const auto number = std::from_chars(token.data(), end, parsed.test);
    if (number.ec != std::errc() || number.ptr == end || *number.ptr != ':')
        throw Error(kBadUsage, "\"" + token +
                                   "\" is no schedule: a token begins with the number of an "
                                   "explored test and a colon.");
    if (parsed.test < 1 || parsed.test > tests)
        throw Error(kBadUsage, fmt::format("\"{}\" names explored test {}, and there are {}.",
                                           token, parsed.test, tests));
    parsed.token = std::string(number.ptr + 1, end);
    return parsed;
}

}  // namespace

std::vector<std::string> own_files(const Examination& on) {
    std::vector<std::string> own = on.workspace.learners_files();
    const fs::path test = on.course.root / on.exercise.test_source();
    own.push_back(test.parent_path().string() + "/");
    return own;
}

Verdict verdict_of(Found verdict) {
    switch (verdict) {
        case Found::passed:
            return Verdict::passed;
        case Found::data_race:
            return Verdict::data_race;
        case Found::deadlock:
            return Verdict::deadlock;
        case Found::lost_wakeup:
            return Verdict::lost_wakeup;
        case Found::livelock:
            return Verdict::livelock;
        case Found::exception:
            return Verdict::exception;
        case Found::crash:
        case Found::not_joined:
            return Verdict::crash;
        case Found::use_after_free:
        case Found::use_after_scope:
        case Found::double_free:
            return Verdict::use_after_free;
        case Found::leak:
            return Verdict::leak;
        case Found::wrong_result:
        case Found::bad_unlock:
        case Found::not_repeatable:
        case Found::uncontrolled:
            break;
    }
    return Verdict::wrong_result;
}

Cause cause_of(const interleave::Result& found) {
    switch (found.verdict) {
        case Found::wrong_result:
            return Cause::promise;
        case Found::bad_unlock:
            return Cause::bad_unlock;
        case Found::not_repeatable:
            return Cause::not_repeatable;
        case Found::uncontrolled:
            return Cause::uncontrolled;
        case Found::exception:
            return Cause::unexpected;
        case Found::not_joined:
            return Cause::unjoined;
        default:
            return Cause::none;
    }
}

std::string detail_of(const interleave::Result& found) {
    if (verdict_of(found.verdict) == Verdict::use_after_free) return to_string(found.verdict);
    return without_full_stop(found.message);
}

interleave::Result with_known_paths(interleave::Result found, const Workspace& workspace) {
    const auto rename = [&](std::vector<interleave::Frame>& stack) {
        for (interleave::Frame& frame : stack)
            if (auto known = workspace.known_path(frame.file))
                frame.file = (workspace.root() / *known).string();
    };
    found.message = workspace.with_known_paths(found.message);
    for (interleave::Place& place : found.places) rename(place.stack);
    for (interleave::Event& event : found.events) rename(event.stack);
    for (interleave::ThreadInfo& thread : found.threads) rename(thread.stack);
    return found;
}

const interleave::Frame* learners_frame(const interleave::Result& found,
                                        const Workspace& workspace) {
    std::vector<const std::vector<interleave::Frame>*> stacks;
    for (const auto& place : found.places) stacks.push_back(&place.stack);
    for (const auto& event : found.events)
        if (event.failure) stacks.push_back(&event.stack);
    for (const auto& thread : found.threads) stacks.push_back(&thread.stack);
    for (const auto* stack : stacks)
        for (const interleave::Frame& frame : *stack)
            if (workspace.learners_file(frame.file)) return &frame;
    return nullptr;
}

std::string explore_command(const Exercise& exercise, const GradeRequest& request) {
    std::string command = "./course explore " + exercise.name;
    if (request.from == GradeRequest::From::solutions) command += " --from solutions";
    if (request.from == GradeRequest::From::submission)
        command += " --submission " + request.submission.string();
    return command;
}

void name_the_test(Observation& seen, std::size_t test) {
    if (!seen.exploration || seen.exploration->schedule.empty()) return;
    std::string& schedule = seen.exploration->schedule;
    schedule = std::to_string(test) + ":" + schedule;
}

Explorations explore_all(const Examination& on, const Search& search) {
    const std::vector<std::string>& tests = on.test.explored;
    if (tests.empty()) throw Error(kBadUsage, on.exercise.id() + " has no test that is explored.");
    NumberedToken replayed;
    if (!search.schedule.empty()) replayed = parse(search.schedule, tests.size());

    on.toolchain.prepare(EngineKind::schedules);
    const fs::path program = on.workspace.program(EngineKind::schedules);
    Explorations result;
    result.refused = build_test(on, EngineKind::schedules, program);
    for (std::size_t i = 0; i < tests.size() && !result.refused; ++i) {
        if (replayed.test != 0 && replayed.test != i + 1) continue;
        Search one = search;
        one.schedule = replayed.token;
        one.own = own_files(on);
        Observation seen =
            observe({program, EngineKind::schedules, on.exercise.cpu_seconds, tests[i], one});
        if (!seen.bad_schedule.empty()) throw Error(kBadUsage, seen.bad_schedule + ".");
        if (seen.exploration) {
            name_the_test(seen, i + 1);
            result.all.push_back({tests[i], std::move(*seen.exploration)});
        } else {
            result.refused = judge(seen, on.workspace, {tests[i]});
        }
    }
    fs::remove(program);
    return result;
}

}  // namespace course
