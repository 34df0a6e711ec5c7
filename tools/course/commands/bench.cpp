#include "course/commands/bench.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <system_error>
#include <thread>
#include <vector>

#include "course/grading/grader.hpp"
#include "course/grading/toolchain.hpp"
#include "system/error.hpp"
#include "system/files.hpp"
#include "system/interrupt.hpp"
#include "system/process.hpp"
#include "text/text.hpp"

namespace course {

using namespace sys;
using namespace text;

namespace {

constexpr int kRuns = 20;
constexpr int kPeerRuns = 5;

struct Spread {
    double least, median, most;
};

Spread spread_of(std::vector<double> seconds) {
    std::ranges::sort(seconds);
    const std::size_t middle = seconds.size() / 2;
    const double median =
        seconds.size() % 2 ? seconds[middle] : (seconds[middle - 1] + seconds[middle]) / 2;
    return {seconds.front(), median, seconds.back()};
}

double seconds_to_verdict(const Course& course, const Exercise& exercise) {
    GradeRequest request;
    request.from = GradeRequest::From::solutions;
    const Result result = grade(course, exercise, request);
    if (result.verdict == Verdict::passed) return result.seconds;
    throw Error(kNotPassed, "the solution of " + exercise.id() + " got " +
                                std::string(to_string(result.verdict)) + ": " + result.message);
}

// The peer: the compiler alone on the same test source, as anyone would call it.
double seconds_to_compile(const Course& course, const Exercise& exercise,
                          const std::string& source) {
    ProcessSpec spec;
    spec.argv = {Toolchain::named("").compiler(),
                 "-std=c++23",
                 "-I",
                 "solutions",
                 "-I",
                 "tests",
                 "-c",
                 source,
                 "-o",
                 "/dev/null"};
    spec.directory = course.root;
    const ProcessEnd end = run(spec);
    if (end.succeeded()) return end.seconds;
    throw Error(kNotPassed, "the test of " + exercise.id() + " does not compile.\n" + end.output);
}

std::string machine() {
    std::string model = "unknown processor";
    for (const auto& line : lines_of(read_file("/proc/cpuinfo"))) {
        const std::size_t colon = line.find(": ");
        if (!line.starts_with("model name") || colon == std::string::npos) continue;
        model = line.substr(colon + 2);
        break;
    }
    return fmt::format("{}, {} cores", model, std::thread::hardware_concurrency());
}

std::string peer_source(const Course& course, const Exercise& exercise) {
    const auto plain = exercise.test_source();
    std::error_code ignored;
    if (std::filesystem::exists(course.root / plain, ignored)) return plain.string();
    return exercise.refusals_source().string();
}

void measure(const Course& course, const Exercise& exercise) {
    std::vector<double> verdicts, compiles;
    const std::string source = peer_source(course, exercise);
    seconds_to_verdict(course, exercise);  // builds what is built once
    for (int i = 0; i < kRuns && !interrupted(); ++i) {
        verdicts.push_back(seconds_to_verdict(course, exercise));
        if (i < kPeerRuns) compiles.push_back(seconds_to_compile(course, exercise, source));
    }
    if (interrupted()) return;
    const Spread verdict = spread_of(verdicts), compile = spread_of(compiles);
    fmt::print("{:>6.2f}  {:>8.3f} {:>8.3f} {:>8.3f}  {:>8.3f}  {}\n",
               verdict.median / compile.median, verdict.median, verdict.least, verdict.most,
               compile.median, exercise.id());
    std::fflush(stdout);
}

// Hands this process over to the benchmark below tests/bench/`what`.
[[noreturn]] void measure(const std::string& what) {
    const std::string program = Toolchain::named("").benchmark(what).string();
    if (what == "parts") {
        fmt::print("{}; {}\n\n", machine(), Toolchain::named("").description());
        std::fflush(stdout);
    }
    die_if_interrupted();
    ::execl(program.c_str(), program.c_str(), nullptr);
    throw Error(kBrokenEnvironment,
                program + " cannot be started: " + std::generic_category().message(errno) + ".");
}

}  // namespace

int bench(const Course& course, const std::string& what) {
    if (what == "interleave" || what == "parts") measure(what);
    std::vector<const Exercise*> exercises;
    if (what.empty() || what == "check") {
        exercises = course.exercises();
    } else {
        exercises.push_back(&course.exercise(what));
    }
    fmt::print("From save to verdict, {} runs each, against {} plain compiles of the test alone\n",
               kRuns, kPeerRuns);
    fmt::print("{}; {}\n\n", machine(), Toolchain::named("").description());
    fmt::print("{:>6}  {:>8} {:>8} {:>8}  {:>8}\n", "ratio", "median s", "least", "most",
               "compile");
    for (const Exercise* exercise : exercises) {
        if (!interrupted()) measure(course, *exercise);
    }
    return kPassed;
}

}  // namespace course
