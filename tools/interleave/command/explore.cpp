#include "interleave/command/explore.hpp"

#include <algorithm>
#include <cstring>
#include <stdexcept>

#include "interleave/report/json.hpp"
#include "interleave/report/program_options.hpp"
#include "system/error.hpp"
#include "system/memory_file.hpp"
#include "system/process.hpp"

namespace interleave::command {

using namespace sys;

namespace {

// What the end of a search may take: the failing schedule is made simpler and described.
constexpr double kGrace = 30;

std::string end_of(const std::string& output) {
    constexpr std::size_t kMost = 500;
    std::string text = output.size() > kMost ? output.substr(output.size() - kMost) : output;
    while (!text.empty() && text.back() == '\n') text.pop_back();
    return text;
}

Result died(const ProcessEnd& end, double seconds) {
    Result result;
    result.verdict = Verdict::crash;
    if (end.overrun) {
        result.verdict = Verdict::uncontrolled;
        result.message = "the exploration did not end within " +
                         std::to_string(static_cast<long long>(seconds)) +
                         " seconds and was killed: the program does something that the explorer "
                         "cannot interrupt";
    } else if (end.signal) {
        result.message = std::string("the explored program ended the explorer with it: ") +
                         strsignal(end.signal);
    } else {
        result.message = "the explored program ended the explorer with it: exit status " +
                         std::to_string(end.status);
    }
    const std::string said = end_of(end.output);
    if (!said.empty()) result.message += "; it said: " + said;
    result.output = end.output;
    return result;
}

}  // namespace

Result explore_program(const std::filesystem::path& program,
                       const std::vector<std::string>& arguments, const Options& options,
                       bool outcomes) {
    const MemoryFile result;
    ProcessSpec spec;
    spec.argv = {std::filesystem::absolute(program).string()};
    spec.argv.insert(spec.argv.end(), arguments.begin(), arguments.end());
    spec.environment = {std::string(report::kOptionsVariable) + "=" +
                        report::write_program_options({options, outcomes, result.fd()})};
    spec.inherited = {result.fd()};
    spec.same_addresses = true;
    spec.limits.wall_seconds = options.max_seconds + kGrace;
    const ProcessEnd end = run_uncancelled(spec);
    const std::string text = result.text();
    // "?" comes before a sentence about what was asked for, "!" before one about this system.
    if (text.starts_with('?')) throw Error(kBadUsage, text.substr(1) + ".");
    if (text.starts_with('!')) throw Error(kBrokenEnvironment, text.substr(1) + ".");
    if (text.empty() || end.overrun) return died(end, spec.limits.wall_seconds);
    try {
        return from_json(text);
    } catch (const std::runtime_error&) {
        return died(end, spec.limits.wall_seconds);
    }
}

}  // namespace interleave::command
