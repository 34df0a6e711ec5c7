#include "course/grading/judge.hpp"

#include <fmt/format.h>
#include <linux/audit.h>
#include <sys/syscall.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <functional>
#include <memory>
#include <regex>

#include "course/grading/exploration.hpp"
#include "course/grading/sanitizer_report.hpp"
#include "course/stacks/standstill.hpp"
#include "system/error.hpp"
#include "text/text.hpp"

namespace course {

using namespace sys;
using namespace text;

namespace {

// The facts of one run, and the rules that turn them into a verdict, one a function.
class Judge {
  public:
    Judge(const Observation& seen, const Workspace& workspace,
          const std::vector<std::string>& expected)
        : seen_(seen), workspace_(workspace), expected_(expected) {}

    Result verdict() {
        list_tests();
        result_.executions = 1;
        for (auto rule :
             {&Judge::todo, &Judge::cancelled, &Judge::explored, &Judge::failed_test,
              &Judge::reported, &Judge::halted, &Judge::stood_still, &Judge::over_a_limit,
              &Judge::ended_early, &Judge::added_tests, &Judge::bad_ending})
            if ((this->*rule)()) return std::move(result_);
        result_.verdict = Verdict::passed;
        result_.message = "Every promise is kept.";
        return std::move(result_);
    }

  private:
    bool is(Verdict verdict, std::string message) {
        result_.verdict = verdict;
        result_.message = std::move(message);
        return true;
    }

    void list_tests() {
        auto has = [](const std::vector<std::string>& names, const std::string& name) {
            return std::ranges::find(names, name) != names.end();
        };
        for (const std::string& name : expected_) {
            TestOutcome test{name, "not_run", ""};
            if (has(seen_.started, name)) test.status = "failed";
            if (has(seen_.passed, name)) test.status = "passed";
            if (seen_.halt == Halt::todo && test.status == "failed") test.status = "todo";
            for (const TestFailure& failure : seen_.failures)
                if (failure.test == name && test.message.empty()) test.message = failure.message;
            result_.tests.push_back(std::move(test));
        }
    }

    bool todo() {
        if (seen_.halt != Halt::todo) return false;
        point_at(seen_.halt_file, seen_.halt_line);
        return is(Verdict::todo, "Not written yet: " + seen_.halt_text + ".");
    }

    bool cancelled() {
        bool by_us = seen_.halt != Halt::none || seen_.stood_still;
        if (seen_.end.overrun == Overrun::cancelled && !by_us)
            throw Error(kBrokenEnvironment, "Interrupted.");
        return false;
    }

    bool explored() {
        if (!seen_.exploration) return false;
        const interleave::Result& found = *seen_.exploration;
        result_.executions = static_cast<long>(found.executions);
        result_.exhausted = found.exhausted && found.bound < 0;
        if (found.verdict == interleave::Verdict::passed) return false;
        const interleave::Result known = with_known_paths(found, workspace_);
        result_.schedule = known.schedule;
        result_.details = fmt::format("{}\n{}", promise(expected_.front()), known.message);
        if (const auto* frame = learners_frame(found, workspace_))
            point_at(frame->file, frame->line);
        result_.failing = std::make_shared<const interleave::Result>(known);
        result_.tests.front().message = known.message;
        if (found.verdict == interleave::Verdict::wrong_result)
            return is(Verdict::wrong_result,
                      fmt::format("A promise is not kept: {}.", promise(expected_.front())));
        return is(verdict_of(found.verdict), course::sentence_for(known));
    }

    bool failed_test() {
        if (seen_.failures.empty()) return false;
        const TestFailure& first = seen_.failures.front();
        result_.details =
            fmt::format("{}\n{}", promise(first.test), workspace_.with_known_paths(first.message));
        static const std::regex thrown(
            "(?:C\\+\\+ exception with description \"([^]*)\" thrown|"
            "Unknown C\\+\\+ exception thrown)");
        std::smatch match;
        if (std::regex_search(first.message, match, thrown))
            return is(Verdict::exception,
                      fmt::format("An exception came out where none was expected{}.",
                                  match[1].matched ? ": " + match[1].str() : ""));
        return is(Verdict::wrong_result,
                  fmt::format("A promise is not kept: {}.", promise(first.test)));
    }

    // EXPECT_TRUE spends three lines on saying that true was expected; where the test's author adds
    // a sentence, that sentence is what the learner needs.
    static std::string without_boilerplate(const std::string& message) {
        static const std::regex boolean("^Value of: [^]*?\nExpected: (?:true|false)\n([^]+)$");
        std::smatch match;
        return std::regex_match(message, match, boolean) ? match[1].str() : message;
    }

    bool reported() {
        if (seen_.sanitizer_log.empty()) return false;
        SanitizerReport report = parse_sanitizer_report(seen_.sanitizer_log);
        for (const auto& section : report.sections) {
            std::vector<std::string> ours = frames_of_learner(section.frames);
            if (ours.empty() && section.frames.empty()) continue;
            result_.details += section.title + "\n";
            for (const std::string& line : ours) result_.details += "    " + line + "\n";
            if (ours.empty()) result_.details += "    " + describe(section.frames.front()) + "\n";
        }
        for (const auto& section : report.sections)
            if (result_.file.empty()) point_at_learner(section.frames);
        return is(report.verdict, sentence_for(report));
    }

    static std::string sentence_for(const SanitizerReport& report) {
        switch (report.verdict) {
            case Verdict::data_race:
                return "Two threads touch the same memory, one of them writes, and nothing orders "
                       "them: a data race.";
            case Verdict::use_after_free:
                return fmt::format("Memory is used after it is gone ({}).", report.headline);
            case Verdict::leak:
                return "Something was made and never given back: a leak.";
            default:
                return fmt::format("The program broke the rules of memory ({}).", report.headline);
        }
    }

    bool halted() {
        if (seen_.halt == Halt::none) return false;
        const std::vector<Frame> frames = halting_frames();
        point_at_learner(frames);
        result_.details = text_of(frames_of_learner(frames));
        switch (seen_.halt) {
            case Halt::exception:
                return is(Verdict::exception,
                          fmt::format("An exception left a thread's function, and std::terminate "
                                      "ended the program: {}.",
                                      seen_.halt_text));
            case Halt::terminate:
                return is(Verdict::crash, sentence_for_terminate(frames));
            case Halt::forbidden:
                return is(Verdict::crash, sentence_for_forbidden());
            case Halt::early_exit:
                return is(Verdict::crash,
                          "The program ended itself with exit() before its tests were done.");
            default:
                return is(Verdict::crash, fmt::format("The program was ended by a signal: {}.",
                                                      strsignal(seen_.halt_number)));
        }
    }

    static std::string sentence_for_terminate(const std::vector<Frame>& frames) {
        for (const Frame& frame : frames)
            if (frame.function.find("thread::~thread") != std::string::npos ||
                frame.function.find("thread::operator=") != std::string::npos)
                return "A std::thread was destroyed while it could still be joined, so "
                       "std::terminate ended the program.";
        return "std::terminate was called, and it ended the program.";
    }

    std::string sentence_for_forbidden() const {
        switch (seen_.halt_number) {
            case __NR_kill:
            case __NR_tkill:
            case __NR_tgkill:
            case __NR_rt_sigqueueinfo:
            case __NR_rt_tgsigqueueinfo:
            case __NR_pidfd_open:
            case __NR_pidfd_send_signal:
                return "The program tried to signal another process, which a graded program may "
                       "not do.";
            case __NR_setsid:
            case __NR_setpgid:
                return "The program tried to leave its process group, which a graded program may "
                       "not do.";
            case __NR_ptrace:
            case __NR_process_vm_writev:
            case __NR_prlimit64:
                return "The program tried to reach into another process, which a graded program "
                       "may not do.";
            default:
                return "The program tried to start another process, which a graded program may "
                       "not do.";
        }
    }

    bool stood_still() {
        if (!seen_.stood_still) return false;
        auto is_learners = [this](const Frame& frame) {
            return workspace_.known_path(frame.file).has_value();
        };
        result_.details =
            workspace_.with_known_paths(text_of(describe_standstill(seen_.threads, is_learners)));
        for (const ThreadState& thread : seen_.threads)
            if (result_.file.empty()) point_at_learner(thread.frames);
        if (seen_.meeting_expected > 0)
            return is(Verdict::not_concurrent,
                      fmt::format("Only {} of {} tasks were under way at the same time, and they "
                                  "wait for the others for ever: the work is done one after "
                                  "another.",
                                  seen_.meeting_arrived, seen_.meeting_expected));
        return is(Verdict::deadlock,
                  "Every thread stands still: each waits for something that only another of them "
                  "could do.");
    }

    bool over_a_limit() {
        if (!seen_.end.overrun) return false;
        for (const ThreadState& thread : seen_.threads) {
            std::vector<std::string> ours = frames_of_learner(thread.frames);
            if (ours.empty()) continue;
            result_.details += text_of(ours);
            if (result_.file.empty()) point_at_learner(thread.frames);
        }
        switch (*seen_.end.overrun) {
            case Overrun::cpu:
                return is(Verdict::timeout,
                          "The program works and works and does not come to an end: its processor "
                          "time is used up.");
            case Overrun::wall:
                return is(Verdict::timeout,
                          "The program did not come to an end in its time, and its processor time "
                          "is not used up: it waits, or the machine is busy.");
            case Overrun::memory:
                return is(Verdict::crash, "The program took more memory than it may have.");
            case Overrun::written:
                return is(Verdict::crash, "The program wrote more to files than it may.");
            case Overrun::threads:
                return is(Verdict::crash, "The program started more threads than it may have.");
            default:
                return is(Verdict::crash, "The program printed more than 16 MiB.");
        }
    }

    bool ended_early() {
        auto missing = std::ranges::find_if(
            result_.tests, [](const TestOutcome& test) { return test.status != "passed"; });
        if (seen_.finished && missing == result_.tests.end()) return false;
        if (seen_.end.signal != 0)
            return is(Verdict::crash, fmt::format("The program was ended by a signal: {}.",
                                                  strsignal(seen_.end.signal)));
        if (seen_.finished)
            return is(Verdict::tampered,
                      fmt::format("A test was not reported: {}.", promise(missing->name)));
        return is(Verdict::crash,
                  fmt::format("The program ended itself (exit status {}) before its tests were "
                              "done.",
                              seen_.end.status));
    }

    bool added_tests() {
        for (const std::string& name : seen_.started)
            if (std::ranges::find(expected_, name) == expected_.end())
                return is(Verdict::tampered,
                          fmt::format("The submission adds a test of its own: {}.", name));
        return false;
    }

    bool bad_ending() {
        if (seen_.end.succeeded()) return false;
        std::string how = seen_.end.signal != 0
                              ? std::string("by a signal: ") + strsignal(seen_.end.signal)
                              : fmt::format("with exit status {}", seen_.end.status);
        return is(Verdict::crash, "All tests passed, and then the program ended " + how + ".");
    }

    // The thread that halted, from where it was called into the grader.
    std::vector<Frame> halting_frames() const {
        for (const ThreadState& thread : seen_.threads)
            if (thread.tid == seen_.halt_thread) return thread.frames;
        return {};
    }

    std::string describe(const Frame& frame) const {
        if (frame.file.empty()) return frame.function;
        auto known = workspace_.known_path(frame.file);
        return fmt::format("{}:{} in {}", known ? *known : workspace_.with_known_paths(frame.file),
                           frame.line, frame.function);
    }

    std::vector<std::string> frames_of_learner(const std::vector<Frame>& frames) const {
        std::vector<std::string> lines;
        for (const Frame& frame : frames)
            if (workspace_.known_path(frame.file)) lines.push_back(describe(frame));
        return lines;
    }

    void point_at_learner(const std::vector<Frame>& frames) {
        for (const Frame& frame : frames)
            if (workspace_.learners_file(frame.file)) return point_at(frame.file, frame.line);
    }

    void point_at(const std::string& file, int line) {
        auto known = workspace_.known_path(file);
        result_.file = known ? *known : workspace_.with_known_paths(file);
        result_.line = line;
    }

    const Observation& seen_;
    const Workspace& workspace_;
    const std::vector<std::string>& expected_;
    Result result_;
};

}  // namespace

Result judge(const Observation& seen, const Workspace& workspace,
             const std::vector<std::string>& expected) {
    return Judge(seen, workspace, expected).verdict();
}

namespace {

// The type whose copy an error is about, without its template arguments; empty: another error. A
// thread, a lock or a promise that is copied is what a beginner meets first, and compilers speak of
// deleted functions.
std::string copied_type(const std::string& error) {
    static const std::regex copy(R"(use of deleted function ‘([\w:]+)(?:<[^‘’]*>)?::\w+\(const \1|)"
                                 R"(call to deleted constructor of '(std::[\w:]+))");
    std::smatch match;
    if (!std::regex_search(error, match, copy)) return "";
    return match[1].matched ? match[1] : match[2];
}

std::string refusal(const std::string& error) {
    if (error.empty()) return "The compiler refuses this code.";
    const std::string type = copied_type(error);
    if (!type.empty()) return fmt::format("This copies a {}, which cannot be copied.", type);
    return "The compiler refuses this code: " + error + ".";
}

const std::regex& error_line() {
    static const std::regex error(R"(^([^:\n]+):(\d+):(?:\d+:)? (?:fatal )?error: (.*))");
    return error;
}

}  // namespace

bool blames_the_learners_file(const std::string& output, const Workspace& workspace) {
    return std::ranges::any_of(lines_of(valid_utf8(output)), [&](const std::string& line) {
        std::smatch match;
        return std::regex_search(line, match, error_line()) && workspace.learners_file(match[1]);
    });
}

Result judge_compiler_output(const std::string& output, const Workspace& workspace) {
    static const std::regex place(R"(^(?:In file included from |\s+from )?([^\s:][^:\n]*):(\d+):)");
    Result result;
    result.verdict = Verdict::compile_error;
    result.details = valid_utf8(workspace.with_known_paths(output));
    static const std::string mark = "not written yet: ";
    std::string first_error, copy_error, unwritten_file;
    int unwritten_line = 0;
    for (const std::string& line : lines_of(valid_utf8(output))) {
        std::smatch match;
        if (std::regex_search(line, match, error_line())) {
            bool theirs = workspace.learners_file(match[1]).has_value();
            const auto known = workspace.known_path(match[1]);
            if (!unwritten_line && known && line.find(mark) != std::string::npos) {
                unwritten_file = *known;
                unwritten_line = std::stoi(match[2]);
            }
            if (copy_error.empty() && !copied_type(match[3]).empty()) copy_error = match[3];
            if (first_error.empty() || (theirs && result.line == 0)) first_error = match[3];
            if (theirs && result.line == 0) {
                result.file = *workspace.learners_file(match[1]);
                result.line = std::stoi(match[2]);
            }
        }
    }
    // An error inside the library or the test: the learner's line that led there.
    for (const std::string& line : lines_of(valid_utf8(output))) {
        std::smatch match;
        if (result.line == 0 && std::regex_search(line, match, place) &&
            workspace.learners_file(match[1]) && line.find("warning:") == std::string::npos &&
            !line.starts_with("In file included") && line.find(" from ") == std::string::npos) {
            result.file = *workspace.learners_file(match[1]);
            result.line = std::stoi(match[2]);
        }
    }
    // What fearless::todo says where the compiler asks.
    if (const std::size_t at = first_error.find(mark); at != std::string::npos) {
        result.verdict = Verdict::todo;
        result.details.clear();
        result.message = "Not written yet: " + first_error.substr(at + mark.size()) + ".";
        // Where that stands, which may be a part that the learner's file builds on.
        if (unwritten_line) {
            result.file = unwritten_file;
            result.line = unwritten_line;
        }
        return result;
    }
    // Inside the library the copy comes after what the library needed it for.
    result.message =
        refusal(workspace.with_known_paths(copy_error.empty() ? first_error : copy_error));
    return result;
}

}  // namespace course
