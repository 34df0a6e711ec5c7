#include "course/report/formats.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "course/model/progress.hpp"
#include "interleave/report/json.hpp"
#include "system/error.hpp"
#include "text/utf8.hpp"

namespace course {

using namespace sys;
using namespace text;

namespace {

// Keeps the keys in the order in which they are documented.
using Json = nlohmann::ordered_json;

std::string dump(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json json_of(const Result& result) {
    Json tests = Json::array();
    for (const auto& test : result.tests) {
        tests.push_back({{"name", test.name}, {"status", test.status}, {"message", test.message}});
        if (!test.words.empty()) tests.back()["words"] = test.words;
    }
    Json json = {{"exercise", result.exercise},
                 {"verdict", to_string(result.verdict)},
                 {"message", result.message},
                 {"file", result.file},
                 {"line", result.line},
                 {"schedule", result.schedule},
                 {"executions", result.executions},
                 {"exhausted", result.exhausted},
                 {"seconds", result.seconds},
                 {"tests", std::move(tests)},
                 {"engine", result.engine},
                 {"table", result.table},
                 {"details", result.details},
                 {"untouched", result.untouched}};
    if (result.cause != Cause::none) json["cause"] = to_string(result.cause);
    if (result.failing) {
        json["failing"] = Json::parse(interleave::to_json(*result.failing));
        json["explore"] = result.explore;
    }
    return json;
}

Result result_of(const Json& json) {
    Result result;
    const std::string verdict = json.at("verdict");
    const auto known = verdict_from(verdict);
    if (!known) throw Error(kBadUsage, "not a verdict of this course: \"" + verdict + "\".");
    result.verdict = *known;
    result.cause = cause_from(result.verdict, json.value("cause", "")).value_or(Cause::none);
    json.at("exercise").get_to(result.exercise);
    json.at("message").get_to(result.message);
    json.at("file").get_to(result.file);
    json.at("line").get_to(result.line);
    json.at("schedule").get_to(result.schedule);
    json.at("executions").get_to(result.executions);
    json.at("exhausted").get_to(result.exhausted);
    json.at("seconds").get_to(result.seconds);
    for (const auto& test : json.at("tests")) {
        result.tests.push_back(
            {test.at("name"), test.at("status"), test.at("message"), test.value("words", "")});
    }
    result.engine = json.value("engine", "");
    result.table = json.value("table", "");
    result.details = json.value("details", "");
    result.untouched = json.value("untouched", false);
    if (json.contains("failing"))
        result.failing = std::make_shared<const interleave::Result>(
            interleave::from_json(json.at("failing").dump()));
    result.explore = json.value("explore", "");
    return result;
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
    return dump(json_of(result));
}

std::string to_json(std::span<const Result> results) {
    Json list = Json::array();
    for (const auto& result : results) list.push_back(json_of(result));
    return dump(list);
}

Result result_from_json(const std::string& json) {
    try {
        return result_of(Json::parse(json));
    } catch (const Json::exception& error) {
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
