// Every demo compiles, ends as its manifest says and prints what the pages show.
#include "course/grading/demo_output.hpp"
#include "course/grading/toolchain.hpp"
#include "course/selfcheck/command.hpp"
#include "course/selfcheck/plan.hpp"
#include "system/error.hpp"
#include "system/files.hpp"
#include "text/text.hpp"

namespace course::checking {

using namespace sys;
using namespace text;

namespace fs = std::filesystem;

namespace {

// A demo whose threads may take turns in more than one way gets several chances to.
constexpr int kRuns = 3;

fs::path captured_file(const Plan& plan, const Demo& demo) {
    return plan.course.root / "lessons" / demo.lesson / "demos" / (demo.name + ".out");
}

// The program, compiled. Throws Error with what the compiler said.
fs::path compile(const Plan& plan, const Demo& demo, const std::string& toolchain) {
    auto program =
        scratch_folder(plan, "demo." + demo.lesson + "." + demo.name + "." + toolchain) / demo.name;
    auto command =
        Toolchain::named(toolchain).compile_demo(plan.course.root, demo, "solutions", program);
    auto problems = run_command(command, plan.course.root);
    if (!problems.empty()) throw Error(kNotPassed, problems.front());
    return program;
}

ProcessEnd run_demo(const Demo& demo, const fs::path& program) {
    ProcessSpec spec;
    spec.argv = {program.string()};
    spec.directory = program.parent_path();
    spec.limits.wall_seconds = 120;
    if (demo.engine == EngineKind::address) {
        spec.environment = {"ASAN_OPTIONS=detect_stack_use_after_return=1:detect_leaks=1"};
    }
    return run(spec);
}

std::string wrong_ending(const Demo& demo, const ProcessEnd& end) {
    if (!end.overrun && end.succeeded() != demo.fails) return {};
    return std::string("expected it to ") + (demo.fails ? "fail" : "succeed") + "; it " +
           how_it_ended(end);
}

Problems check_run(const Demo& demo, const std::string& captured, const ProcessEnd& end) {
    auto wrong = wrong_ending(demo, end);
    if (wrong.empty()) wrong = disallowed(demo, captured, comparable(demo, end.output));
    if (wrong.empty()) return {};
    return {wrong + "\nexpected:\n" + indented(captured) + "came:\n" + indented(end.output)};
}

Problems check_demo(const Plan& plan, const Demo& demo, const std::string& toolchain) {
    auto file = captured_file(plan, demo);
    auto captured = read_file(file);
    if (auto wrong = unusable(demo, captured); !wrong.empty()) {
        return {shown(plan, file) + ": " + wrong + '\n' + indented(captured)};
    }
    auto program = compile(plan, demo, toolchain);
    for (int i = 0; i < kRuns; ++i) {
        auto problems = check_run(demo, captured, run_demo(demo, program));
        if (!problems.empty()) return problems;
    }
    return {};
}

// A first capture decides nothing by luck: of several runs the longest output is taken, which for
// a demo that may lose its tail says the most.
std::string capture(const Demo& demo, const fs::path& program) {
    std::string best;
    for (int i = 0; i < kRuns; ++i) {
        auto end = run_demo(demo, program);
        if (auto wrong = wrong_ending(demo, end); !wrong.empty()) {
            throw Error(kNotPassed,
                        demo.lesson + "/" + demo.name + ": " + wrong + '\n' + indented(end.output));
        }
        auto output = comparable(demo, end.output);
        if (output.size() > best.size()) best = output;
    }
    return best;
}

}  // namespace

void add_demo_jobs(const Plan& plan, Jobs& jobs) {
    if (plan.quick) return;
    for (const auto* lesson : plan.lessons) {
        for (const auto& demo : lesson->demos) {
            for (const auto& toolchain : plan.toolchains) {
                Job job;
                job.name = "demo " + demo.lesson + "/" + demo.name + " (" + toolchain + ")";
                job.again = "COURSE_TOOLCHAIN=" + toolchain + " ./course run " + demo.lesson + "/" +
                            demo.name;
                job.part = demo.lesson;
                if (toolchain != plan.learners() && !plan.all) job.priority = kSpare;
                job.work = [&plan, &demo, toolchain] { return check_demo(plan, demo, toolchain); };
                jobs.push_back(std::move(job));
            }
        }
    }
}

std::vector<std::string> accept_demo_outputs(const Plan& plan) {
    std::vector<std::string> changed;
    for (const auto* lesson : plan.lessons) {
        for (const auto& demo : lesson->demos) {
            auto file = captured_file(plan, demo);
            auto captured = read_file_if_present(file);
            auto output = capture(demo, compile(plan, demo, plan.toolchains.front()));
            if (captured && unusable(demo, *captured).empty() &&
                disallowed(demo, *captured, output).empty()) {
                continue;
            }
            write_file(file, output);
            changed.push_back(shown(plan, file) + ": captured anew.");
        }
    }
    return changed;
}

}  // namespace course::checking
