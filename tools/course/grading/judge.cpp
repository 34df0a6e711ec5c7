#include "course/grading/judge.hpp"

#include <fmt/format.h>
#include <sys/syscall.h>

#include <algorithm>
#include <csignal>
#include <cstring>
#include <memory>

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
        is(Verdict::passed);
        return std::move(result_);
    }

  private:
    bool is(Verdict verdict, Cause cause = Cause::none, std::string_view detail = {}) {
        result_.verdict = verdict;
        result_.cause = cause;
        result_.message = explain(verdict, cause, detail);
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
        return is(Verdict::todo, Cause::none, seen_.halt_text);
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
        const bool failed = found.verdict == interleave::Verdict::wrong_result;
        return is(verdict_of(found.verdict), cause_of(found),
                  failed ? promise(expected_.front()) : detail_of(known));
    }

    bool failed_test() {
        if (seen_.failures.empty()) return false;
        const TestFailure& first = seen_.failures.front();
        result_.details =
            fmt::format("{}\n{}", promise(first.test), workspace_.with_known_paths(first.message));
        if (first.thrown) return is(Verdict::exception, Cause::unexpected, *first.thrown);
        return is(Verdict::wrong_result, Cause::promise, promise(first.test));
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
        const bool named = report.verdict != Verdict::crash;
        return is(report.verdict, named ? Cause::none : Cause::memory, report.headline);
    }

    bool halted() {
        if (seen_.halt == Halt::none) return false;
        const std::vector<Frame> frames = halting_frames();
        point_at_learner(frames);
        result_.details = text_of(frames_of_learner(frames));
        switch (seen_.halt) {
            case Halt::exception:
                return is(Verdict::exception, Cause::escaped, seen_.halt_text);
            case Halt::terminate:
                return is(Verdict::crash,
                          drops_a_thread(frames) ? Cause::unjoined : Cause::terminate);
            case Halt::stack_overflow:
                return is(Verdict::crash, Cause::stack_overflow);
            case Halt::forbidden:
                return is(Verdict::crash, Cause::forbidden, purpose_of(seen_.halt_number));
            case Halt::early_exit:
                return is(Verdict::crash, Cause::exit, "with exit()");
            default:
                return ended_by_signal(seen_.halt_number);
        }
    }

    bool ended_by_signal(int signal) {
        switch (signal) {
            case SIGSEGV:
                return is(Verdict::crash, Cause::segmentation_fault);
            case SIGABRT:
                return is(Verdict::crash, Cause::abort);
            case SIGXFSZ:
                return is(Verdict::crash, Cause::too_much_written);
            default:
                return is(Verdict::crash, Cause::signal, strsignal(signal));
        }
    }

    static bool drops_a_thread(const std::vector<Frame>& frames) {
        return std::ranges::any_of(frames, [](const Frame& frame) {
            return frame.function.find("thread::~thread") != std::string::npos ||
                   frame.function.find("thread::operator=") != std::string::npos;
        });
    }

    // What a program wants with a system call that it may not make.
    static std::string_view purpose_of(int call) {
        switch (call) {
            case __NR_kill:
            case __NR_tkill:
            case __NR_tgkill:
            case __NR_rt_sigqueueinfo:
            case __NR_rt_tgsigqueueinfo:
            case __NR_pidfd_open:
            case __NR_pidfd_send_signal:
                return "signal another process";
            case __NR_setsid:
            case __NR_setpgid:
                return "leave its process group";
            case __NR_ptrace:
            case __NR_process_vm_writev:
            case __NR_prlimit64:
                return "reach into another process";
            default:
                return "start another process";
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
            return is(Verdict::not_concurrent, Cause::none,
                      fmt::format("{} of {}", seen_.meeting_arrived, seen_.meeting_expected));
        return is(Verdict::deadlock);
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
                return is(Verdict::timeout, Cause::processor_time);
            case Overrun::wall:
                return is(Verdict::timeout, Cause::wall_clock);
            case Overrun::memory:
                return is(Verdict::crash, Cause::too_much_memory);
            case Overrun::written:
                return is(Verdict::crash, Cause::too_much_written);
            case Overrun::threads:
                return is(Verdict::crash, Cause::too_many_threads);
            default:
                return is(Verdict::crash, Cause::too_much_output);
        }
    }

    bool ended_early() {
        auto missing = std::ranges::find_if(
            result_.tests, [](const TestOutcome& test) { return test.status != "passed"; });
        if (seen_.finished && missing == result_.tests.end()) return false;
        if (seen_.end.signal != 0) return ended_by_signal(seen_.end.signal);
        if (seen_.finished) return is(Verdict::tampered, Cause::unreported, promise(missing->name));
        return is(Verdict::crash, Cause::exit, fmt::format("exit status {}", seen_.end.status));
    }

    bool added_tests() {
        for (const std::string& name : seen_.started)
            if (std::ranges::find(expected_, name) == expected_.end())
                return is(Verdict::tampered, Cause::added_test, name);
        return false;
    }

    bool bad_ending() {
        if (seen_.end.succeeded()) return false;
        return is(Verdict::crash, Cause::ending,
                  seen_.end.signal != 0
                      ? fmt::format("by a signal: {}", strsignal(seen_.end.signal))
                      : fmt::format("with exit status {}", seen_.end.status));
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

}  // namespace course
