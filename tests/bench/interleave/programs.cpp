#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <optional>

#include "../../interleave/driven_command.hpp"
#include "bench.hpp"
#include "interleave/report/json.hpp"

namespace bench {
namespace {

namespace fs = std::filesystem;
using interleave::Result;

constexpr const char* kModes[] = {"auto", "bounded", "dpor", "surw", "pct", "random"};

std::optional<Result> explored(std::vector<std::string> arguments) {
    try {
        return interleave::from_json(tested::run_for_json(std::move(arguments)).out);
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

std::vector<fs::path> classics() {
    std::vector<fs::path> programs;
    for (const auto& entry : fs::directory_iterator(fs::path(TESTED_PROGRAMS) / "classics"))
        if (entry.is_regular_file() && entry.path().extension() != ".fixed")
            programs.push_back(entry.path());
    std::ranges::sort(programs);
    return programs;
}

// "12 x9": the median of the executions to the bug, and how many of ten searches found it.
std::string to_first_bug(const fs::path& program, const std::string& mode, bool short_run) {
    // These two do not depend on a seed.
    const int seeds = mode == "bounded" || mode == "dpor" ? 1 : short_run ? 3 : 10;
    std::vector<std::uint64_t> executions;
    for (int seed = 1; seed <= seeds; ++seed) {
        const auto result =
            explored({"--mode", mode, "--seed", std::to_string(seed), "--max-executions", "10000",
                      "--max-seconds", "10", program.string()});
        if (!result) return "no result";
        if (result->verdict != interleave::Verdict::passed)
            executions.push_back(result->executions);
    }
    if (executions.empty()) return "-";
    std::ranges::sort(executions);
    std::string text = std::to_string(executions[executions.size() / 2]);
    if (seeds > 1) text += " x" + std::to_string(executions.size());
    return text;
}

}  // namespace

void measure_programs() {
    std::printf("%-58s %9s  %9s\n", "executions a second, whole programs, --mode random",
                "measured", "goal");
    for (const char* name : {"account.fixed", "queue.fixed", "dining_philosophers_3.fixed"}) {
        const auto result =
            explored({"--mode", "random", "--max-seconds", "2", "--max-executions", "1000000000",
                      std::string(TESTED_PROGRAMS "/classics/") + name});
        if (!result) continue;
        std::printf("%-58s %9.0f  %9d  %s\n", name,
                    static_cast<double>(result->executions) / result->seconds, 2000,
                    result->message.c_str());
    }
}

void measure_bugs(bool short_run) {
    std::printf(
        "executions to the first bug, 10,000 and 10 s at most; xN: found by N of %d seeds\n",
        short_run ? 3 : 10);
    std::printf("%-30s", "");
    for (const char* mode : kModes) std::printf(" %10s", mode);
    std::printf("\n");
    for (const fs::path& program : classics()) {
        std::printf("%-30s", program.filename().c_str());
        for (const char* mode : kModes) {
            std::printf(" %10s", to_first_bug(program, mode, short_run).c_str());
            std::fflush(stdout);
        }
        std::printf("\n");
    }
}

}  // namespace bench
