#include "course/selfcheck/console.hpp"

#include <fmt/format.h>

#include "text/text.hpp"

namespace course::checking {

using namespace text;

void Console::clear_line() {
    if (width_ > 0) std::fputs("\r\033[K", out_);
}

void Console::show_line(const std::string& name) {
    if (width_ == 0) return;
    auto line = fmt::format("{}/{}, {} failed: {}", done_, jobs_, failed_, name);
    if (line.size() >= width_) line.resize(width_ - 1);
    clear_line();
    fmt::print(out_, "{}", line);
    std::fflush(out_);
}

void Console::started(const Job& job) {
    show_line(job.name);
}

void Console::ended(const Job& job, const Problems& problems, double seconds) {
    ++done_;
    if (problems.empty()) {
        if (width_ == 0) fmt::print(out_, "passed  {} ({:.1f} s)\n", job.name, seconds);
    } else {
        ++failed_;
        clear_line();
        fmt::print(out_, "FAILED  {} ({:.1f} s)\n", job.name, seconds);
        for (const auto& problem : problems) fmt::print(out_, "{}", indented(problem));
        fmt::print(out_, "    again: {}\n", job.again);
    }
    show_line(job.name);
    std::fflush(out_);
}

void Console::costs(const std::vector<std::string>& lines) {
    clear_line();
    for (const auto& line : lines) fmt::print(out_, "{}\n", line);
}

void Console::finished(const Tally& tally) {
    clear_line();
    if (tally.not_run > 0) {
        fmt::print(out_, "Interrupted; {} jobs were not run.\n", tally.not_run);
    }
    for (const auto& job : tally.skipped) fmt::print(out_, "skipped {}: no time\n", job);
    fmt::print(out_, "{} passed, {} failed", tally.passed, tally.failed);
    if (!tally.skipped.empty()) fmt::print(out_, ", {} skipped", tally.skipped.size());
    fmt::print(out_, "\n");
    std::fflush(out_);
}

}  // namespace course::checking
