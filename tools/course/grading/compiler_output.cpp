#include "course/grading/compiler_output.hpp"

#include <algorithm>
#include <optional>
#include <regex>
#include <vector>

#include "text/text.hpp"
#include "text/utf8.hpp"

namespace course {

using namespace text;
namespace {

// What fearless::todo says where the compiler asks.
constexpr std::string_view kUnwritten = "not written yet: ";

struct Place {
    std::string file;  // as the learner knows it
    int line = 0;
};

struct CompilerError {
    std::string file;
    int line = 0;
    std::string text;
};

std::optional<CompilerError> error_in(const std::string& line) {
    static const std::regex error(R"(^([^:\n]+):(\d+):(?:\d+:)? (?:fatal )?error: (.*))");
    std::smatch match;
    if (!std::regex_search(line, match, error)) return {};
    return CompilerError{match[1], std::stoi(match[2]), match[3]};
}

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

// What counts of all that a compiler printed.
struct Findings {
    std::string error;  // the first, but rather one in the learner's file
    std::string copy;   // the first that is about a copy
    std::optional<Place> learners, unwritten;
};

Findings findings_in(const std::vector<std::string>& lines, const Workspace& workspace) {
    Findings found;
    for (const std::string& line : lines) {
        const auto error = error_in(line);
        if (!error) continue;
        const auto known = workspace.known_path(error->file);
        if (!found.unwritten && known && line.find(kUnwritten) != line.npos)
            found.unwritten = {*known, error->line};
        if (found.copy.empty() && !copied_type(error->text).empty()) found.copy = error->text;
        const auto theirs = workspace.learners_file(error->file);
        if (found.error.empty() || (theirs && !found.learners)) found.error = error->text;
        if (theirs && !found.learners) found.learners = {*theirs, error->line};
    }
    return found;
}

// Of an error inside the library or the test: the learner's line that led there.
std::optional<Place> line_that_led_there(const std::vector<std::string>& lines,
                                         const Workspace& workspace) {
    static const std::regex place(R"(^([^\s:][^:\n]*):(\d+):)");
    for (const std::string& line : lines) {
        std::smatch match;
        const bool asks = line.find("warning:") == line.npos && line.find(" from ") == line.npos &&
                          !line.starts_with("In file included");
        if (!asks || !std::regex_search(line, match, place)) continue;
        if (const auto theirs = workspace.learners_file(match[1]))
            return Place{*theirs, std::stoi(match[2])};
    }
    return {};
}

}  // namespace

bool blames_the_learners_file(const std::string& output, const Workspace& workspace) {
    return std::ranges::any_of(lines_of(valid_utf8(output)), [&](const std::string& line) {
        const auto error = error_in(line);
        return error && workspace.learners_file(error->file);
    });
}

Result judge_compiler_output(const std::string& output, const Workspace& workspace) {
    const std::vector<std::string> lines = lines_of(valid_utf8(output));
    const Findings found = findings_in(lines, workspace);
    auto place = found.learners ? found.learners : line_that_led_there(lines, workspace);
    Result result;
    if (const std::size_t at = found.error.find(kUnwritten); at != std::string::npos) {
        result.verdict = Verdict::todo;
        result.message = explain(Verdict::todo, Cause::none,
                                 std::string_view(found.error).substr(at + kUnwritten.size()));
        // That may stand in a part that the learner's file builds on.
        if (found.unwritten) place = found.unwritten;
    } else {
        // Inside the library the copy comes after what the library needed it for.
        const std::string copied = copied_type(workspace.with_known_paths(found.copy));
        const std::string error = workspace.with_known_paths(found.error);
        result.verdict = Verdict::compile_error;
        result.cause = copied.empty() ? Cause::refused : Cause::copied;
        result.message = explain(result.verdict, result.cause,
                                 !copied.empty() ? copied
                                 : error.empty() ? ""
                                                 : ": " + error);
        result.details = valid_utf8(workspace.with_known_paths(output));
    }
    if (place) {
        result.file = place->file;
        result.line = place->line;
    }
    return result;
}

}  // namespace course
