#include "course/selfcheck/expectation.hpp"

#include <algorithm>

#include "course/model/program_text.hpp"
#include "system/error.hpp"
#include "text/text.hpp"

namespace course::checking {

using namespace sys;
using namespace text;

namespace fs = std::filesystem;

namespace {

Verdict read_verdict(const fs::path& file, std::string_view name) {
    auto verdict = verdict_from(name);
    if (verdict && *verdict != Verdict::passed) return *verdict;
    throw Error(kBrokenEnvironment,
                file.string() + ": `" + std::string(name) + "` is not a verdict that it can get.");
}

bool is_each(const fs::path& file, const std::string& value) {
    if (value == "each") return true;
    throw Error(kBrokenEnvironment, file.string() + ": `" + value +
                                        "` is not `each`, the only thing to say of compilers and "
                                        "engines.");
}

// Everything that the grader had to say, for whoever has to find out why.
std::string whole(const Result& result) {
    std::string text = "message: " + result.message + '\n';
    if (!result.file.empty()) {
        text += "at: " + result.file + ':' + std::to_string(result.line) + '\n';
    }
    if (!result.engine.empty()) text += "engine: " + result.engine + '\n';
    for (const auto& test : result.tests) {
        text += test.status + ": " + test.name + '\n' + indented(test.message);
    }
    return indented(text + result.details);
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != text.npos;
}

}  // namespace

Expectation read_expectation(const fs::path& file, std::string_view text,
                             bool must_name_a_verdict) {
    Expectation expected;
    bool named = false;
    for (const auto& full_line : lines_of(text)) {
        std::string_view line = full_line;
        const std::size_t begin = line.starts_with("//") ? 2 : line.starts_with('#') ? 1 : 0;
        if (begin == 0 || !region_marker(line).empty()) break;
        auto colon = line.find(':');
        if (colon == line.npos) continue;
        auto key = trimmed(line.substr(begin, colon - begin));
        std::string value(trimmed(line.substr(colon + 1)));
        if (key == "test") expected.test = value;
        if (key == "says") expected.says = value;
        if (key == "why") expected.why = value;
        if (key == "whole") expected.whole = value;
        if (key == "compilers") expected.each_compiler = is_each(file, value);
        if (key == "engines") expected.each_engine = is_each(file, value);
        if (key != "verdict") continue;
        expected.verdict = read_verdict(file, value);
        named = true;
    }
    if (named != must_name_a_verdict) {
        throw Error(kBrokenEnvironment,
                    file.string() + (named ? ": a right answer names no verdict."
                                           : ": the line `// verdict: ...` is missing."));
    }
    if (expected.why.empty()) {
        throw Error(kBrokenEnvironment, file.string() + ": the line `// why: ...` is missing.");
    }
    return expected;
}

Exercise exercise_for(Exercise exercise, const Expectation& expected) {
    if (expected.verdict == Verdict::timeout) exercise.cpu_seconds = 2;
    return exercise;
}

Problems compare(const Expectation& expected, const Result& result) {
    if (result.verdict != expected.verdict) {
        return {"expected " + std::string(to_string(expected.verdict)) + ", came " +
                std::string(to_string(result.verdict)) + '\n' + whole(result)};
    }
    Problems problems;
    if (!expected.says.empty() && !contains(result.message, expected.says) &&
        !contains(result.details, expected.says)) {
        problems.push_back("expected it to say `" + expected.says + "`; it said\n" + whole(result));
    }
    if (expected.test.empty()) return problems;
    auto test = std::ranges::find(result.tests, expected.test, &TestOutcome::name);
    std::string status = test == result.tests.end() ? "absent" : test->status;
    if (status != "failed" && status != "todo") {
        problems.push_back("expected the test " + expected.test + " to fail; it is " + status +
                           '\n' + whole(result));
    }
    return problems;
}

}  // namespace course::checking
