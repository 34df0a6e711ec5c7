#include "course/selfcheck/command.hpp"

#include "text/text.hpp"

namespace course::checking {

using namespace sys;
using namespace text;

std::string how_it_ended(const ProcessEnd& end) {
    if (end.overrun) {
        switch (*end.overrun) {
            case Overrun::cpu:
                return "took more than its processor time";
            case Overrun::wall:
                return "did not end";
            case Overrun::memory:
                return "took too much memory";
            case Overrun::output:
                return "printed too much";
            case Overrun::threads:
                return "started too many threads";
            case Overrun::written:
                return "wrote too much";
            case Overrun::cancelled:
                return "was interrupted";
        }
    }
    if (end.signal != 0) return "was ended by signal " + std::to_string(end.signal);
    return "ended with status " + std::to_string(end.status);
}

std::string command_line(const std::vector<std::string>& command) {
    std::string line;
    for (const auto& word : command) {
        bool plain =
            !word.empty() && word.find_first_of(" \t\n$^*?|&;<>()[]{}\\'\"`#!~") == word.npos;
        line += (line.empty() ? "" : " ") + (plain ? word : "'" + word + "'");
    }
    return line;
}

namespace {

// A list of all the project's files tells nobody anything.
std::string shortened(const std::string& line) {
    constexpr std::size_t enough = 400;
    return line.size() <= enough ? line : line.substr(0, enough) + " ...";
}

}  // namespace

Problems run_command(const std::vector<std::string>& command,
                     const std::filesystem::path& directory) {
    ProcessSpec spec;
    spec.argv = command;
    spec.directory = directory;
    auto end = run(spec);
    if (end.succeeded()) return {};
    return {command.front() + " " + how_it_ended(end) + '\n' +
            indented("$ " + shortened(command_line(command)) + '\n' + end.output)};
}

}  // namespace course::checking
