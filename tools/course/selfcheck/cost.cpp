#include "course/selfcheck/cost.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "system/error.hpp"
#include "system/process.hpp"

namespace course::checking {

using namespace sys;

namespace {

// The largest test that there is; it changes seldom.
constexpr const char* kCalibration = "tests/06_channels/channel.cpp";
constexpr double kSlowProgram = 2;  // seconds

double cost_of(const std::vector<std::string>& command) {
    ProcessSpec spec;
    spec.argv = command;
    const auto end = run(spec);
    if (!end.succeeded()) throw Error(kBrokenEnvironment, "The calibration failed: " + end.output);
    return end.cpu_seconds;
}

}  // namespace

void Cost::calibrate(const Course& course, const Toolchain& toolchain,
                     const std::filesystem::path& scratch) {
    const auto source = course.root / kCalibration;
    if (!std::filesystem::exists(source)) return;
    std::filesystem::create_directories(scratch);
    const auto command = toolchain.compile_test(EngineKind::schedules, source,
                                                {course.root / "solutions", course.root / "tests"},
                                                scratch / "calibration.o", false);
    std::array<double, 3> seconds{};
    for (double& one : seconds) one = cost_of(command);
    std::ranges::sort(seconds);
    const std::lock_guard lock(mutex_);
    calibration_ = seconds[1];
}

void Cost::note_program(const std::string& job, double cpu_seconds) {
    if (cpu_seconds <= kSlowProgram) return;
    const std::lock_guard lock(mutex_);
    slow_programs_[job] = cpu_seconds;
}

std::vector<std::string> Cost::lines(const Tally& tally, double seconds) const {
    std::vector<std::string> lines;
    if (!slow_programs_.empty()) {
        lines.push_back(
            fmt::format("Known-wrong submissions whose programs ran for more than {} CPU seconds:",
                        kSlowProgram));
        for (const auto& [job, took] : slow_programs_) {
            lines.push_back(fmt::format("  {:7.1f}  {}", took, job));
        }
    }
    if (with_one_compiler > 0) {
        lines.push_back(
            fmt::format("Graded with one compiler: {} submissions; --all grades them with each.",
                        with_one_compiler.load()));
    }
    double all = 0;
    lines.push_back("CPU seconds:");
    if (calibration_ > 0) {
        lines.push_back(fmt::format("  {:7.2f}  to compile {} for schedules, the measure",
                                    calibration_, kCalibration));
    }
    for (const auto& [part, cpu] : tally.parts) {
        lines.push_back(fmt::format("  {:7.1f}  {}", cpu, part.empty() ? "fixed part" : part));
        all += cpu;
    }
    lines.push_back(fmt::format("  {:7.1f}  in all, in {}:{:02} minutes by the clock", all,
                                static_cast<int>(seconds) / 60, static_cast<int>(seconds) % 60));
    return lines;
}

}  // namespace course::checking
