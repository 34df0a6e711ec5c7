#include "course/report/formats.hpp"

#include <algorithm>

#include "course/model/progress.hpp"
#include "interleave/report/result_fields.hpp"
#include "system/error.hpp"
#include "text/utf8.hpp"

namespace course {

using namespace sys;
using namespace text;

// --- what a verdict holds, for JSON both ways ---

static bool from_name(const std::string& name, Verdict& verdict) {
    const auto known = verdict_from(name);
    if (known) verdict = *known;
    return known.has_value();
}

// A cause of another version is none.
static bool from_name(const std::string& name, Cause& cause) {
    cause = Cause::none;
    for (int i = 0; i <= static_cast<int>(Cause::added_test); ++i)
        if (name == to_string(static_cast<Cause>(i))) cause = static_cast<Cause>(i);
    return true;
}

static void fields(auto& visit, interleave::report::Is<TestOutcome> auto& test) {
    visit.required("name", test.name);
    visit.required("status", test.status);
    visit.required("message", test.message);
    visit.optional("words", test.words, !test.words.empty());
}

static void fields(auto& visit, interleave::report::Is<Result> auto& result) {
    visit.required("exercise", result.exercise);
    visit.required("verdict", result.verdict);
    visit.required("message", result.message);
    visit.required("file", result.file);
    visit.required("line", result.line);
    visit.required("schedule", result.schedule);
    visit.required("executions", result.executions);
    visit.required("exhausted", result.exhausted);
    visit.required("seconds", result.seconds);
    visit.required("tests", result.tests);
    visit.optional("engine", result.engine);
    visit.optional("table", result.table);
    visit.optional("details", result.details);
    visit.optional("untouched", result.untouched);
    visit.optional("cause", result.cause, result.cause != Cause::none);
    visit.optional("failing", result.failing, result.failing != nullptr);
    visit.optional("explore", result.explore, result.failing != nullptr);
}

namespace {

using interleave::report::Json;
using interleave::report::Writer;

std::string dump(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

// The message with the place and all that is behind it.
std::string full_text(const Result& result) {
    std::string text = result.message;
    if (!result.file.empty()) {
        text += "\n" + result.file + (result.line > 0 ? ":" + std::to_string(result.line) : "");
    }
    for (const auto& test : result.tests) {
        if (test.status == "passed") continue;
        text += "\n" + test.status + ": " + promise(test);
        if (!test.message.empty()) text += "\n" + test.message;
    }
    if (!result.details.empty()) text += "\n" + result.details;
    if (!result.table.empty()) text += "\n" + result.table;
    return text;
}

std::string xml(std::string_view text) {
    std::string escaped;
    for (const char c : valid_utf8(text)) {
        const auto code = static_cast<unsigned char>(c);
        if (c == '&') {
            escaped += "&amp;";
        } else if (c == '<') {
            escaped += "&lt;";
        } else if (c == '>') {
            escaped += "&gt;";
        } else if (c == '"') {
            escaped += "&quot;";
        } else if (c == '\n') {
            escaped += "&#10;";
        } else if (code >= 0x20 || c == '\t') {
            escaped += c;
        } else {
            escaped += '?';  // XML 1.0 has no way to write the other control characters
        }
    }
    return escaped;
}

std::string number(double value) {
    return Json(value).dump();
}

std::string junit_case(std::string_view suite, std::string_view name, std::string_view child,
                       std::string_view message, std::string_view text) {
    std::string out = "    <testcase classname=\"" + xml(suite) + "\" name=\"" + xml(name) + "\"";
    if (child.empty()) return out + "/>\n";
    out += ">\n      <" + std::string(child);
    if (!message.empty()) out += " message=\"" + xml(message) + "\"";
    return out + (text.empty() ? "/>" : ">" + xml(text) + "</" + std::string(child) + ">") +
           "\n    </testcase>\n";
}

struct Suite {
    std::string cases;
    int count = 0, failures = 0, skipped = 0;
};

Suite junit_suite(const Result& result) {
    Suite suite;
    for (const auto& test : result.tests) {
        const bool passed = test.status == "passed", skipped = test.status == "not_run";
        const std::string_view child = passed ? "" : skipped ? "skipped" : "failure";
        suite.cases += junit_case(result.exercise, promise(test), child, test.message, "");
        ++suite.count;
        suite.skipped += skipped;
        suite.failures += !passed && !skipped;
    }
    // The verdict is a case of its own: a program that hangs or does not compile fails no promise.
    const bool passed = result.verdict == Verdict::passed;
    suite.cases += junit_case(result.exercise, "verdict: " + std::string(to_string(result.verdict)),
                              passed ? "" : "failure", result.message, full_text(result));
    ++suite.count;
    suite.failures += !passed;
    return suite;
}

}  // namespace

std::string to_json(const Result& result) {
    return dump(Writer::written(result));
}

std::string to_json(std::span<const Result> results) {
    Json list = Json::array();
    for (const auto& result : results) list.push_back(Writer::written(result));
    return dump(list);
}

Result result_from_json(const std::string& json) {
    try {
        return interleave::report::read_json<Result>(interleave::report::parse_json(json));
    } catch (const std::runtime_error& error) {
        throw Error(kBadUsage, std::string("not a verdict in JSON: ") + error.what() + ".");
    }
}

std::string list_json(const Course& course, const State& state) {
    Json lessons = Json::array();
    for (const auto& lesson : course.lessons) {
        Json exercises = Json::array();
        for (const auto& exercise : lesson.exercises) {
            exercises.push_back({{"id", exercise.id()},
                                 {"kind", to_string(exercise.kind)},
                                 {"state", progress_of(exercise, state)},
                                 {"minutes", exercise.minutes}});
        }
        lessons.push_back({{"lesson", lesson.id},
                           {"title", lesson.title},
                           {"minutes", lesson.minutes},
                           {"exercises", std::move(exercises)}});
    }
    return dump(lessons);
}

std::string to_junit(std::span<const Result> results) {
    std::string suites;
    int count = 0, failures = 0;
    double seconds = 0;
    for (const auto& result : results) {
        const Suite suite = junit_suite(result);
        suites += "  <testsuite name=\"" + xml(result.exercise) + "\" tests=\"" +
                  std::to_string(suite.count) + "\" failures=\"" + std::to_string(suite.failures) +
                  "\" errors=\"0\" skipped=\"" + std::to_string(suite.skipped) + "\" time=\"" +
                  number(result.seconds) + "\">\n" + suite.cases + "  </testsuite>\n";
        count += suite.count;
        failures += suite.failures;
        seconds += result.seconds;
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites tests=\"" +
           std::to_string(count) + "\" failures=\"" + std::to_string(failures) + "\" time=\"" +
           number(seconds) + "\">\n" + suites + "</testsuites>\n";
}

std::string to_gradescope(const Course& course, std::span<const Result> results) {
    Json tests = Json::array();
    double seconds = 0;
    for (const auto& result : results) {
        const Exercise& exercise = course.exercise(result.exercise);
        const bool passed = result.verdict == Verdict::passed;
        tests.push_back({{"name", exercise.id() + ": " + exercise.title},
                         {"score", passed ? exercise.points : 0},
                         {"max_score", exercise.points},
                         {"status", passed ? "passed" : "failed"},
                         {"output", full_text(result)},
                         {"visibility", "visible"},
                         {"extra_data", {{"verdict", to_string(result.verdict)}}}});
        seconds += result.seconds;
    }
    return dump({{"execution_time", seconds}, {"tests", std::move(tests)}});
}

std::string to_classroom(const Course& course, std::span<const Result> results) {
    Json tests = Json::array();
    int most = 0;
    bool all_passed = true;
    for (const auto& result : results) {
        const Exercise& exercise = course.exercise(result.exercise);
        const bool passed = result.verdict == Verdict::passed;
        tests.push_back({{"name", exercise.id()},
                         {"status", passed ? "pass" : "fail"},
                         {"score", passed ? exercise.points : 0},
                         {"message", passed ? "" : full_text(result)},
                         {"test_code", "./course check " + exercise.id()},
                         {"filename", result.file},
                         {"line_no", result.line},
                         {"duration", result.seconds}});
        most += exercise.points;
        all_passed = all_passed && passed;
    }
    return dump({{"version", 1},
                 {"status", all_passed ? "pass" : "fail"},
                 {"max_score", most},
                 {"tests", std::move(tests)}});
}

}  // namespace course
