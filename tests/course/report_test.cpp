#include <nlohmann/json.hpp>

#include "course/report/formats.hpp"
#include "interleave/report/json.hpp"
#include "scratch_course.hpp"

namespace course {

using namespace sys;

namespace {

using nlohmann::json;
using testing::ScratchCourse;
using testing::sentence_of;

Result failed_result() {
    Result result;
    result.exercise = "01_first/shout";
    result.verdict = Verdict::data_race;
    result.message = "Two threads <touch> \"it\" & one writes.";
    result.file = "exercises/01_first/shout.cpp";
    result.line = 7;
    result.executions = 3;
    result.seconds = 0.5;
    result.tests = {{"Shout.is_loud", "passed", ""},
                    {"Shout.is_heard", "failed", "expected A\ngot B"},
                    {"Shout.ends", "not_run", ""}};
    result.engine = "thread";
    result.table = "step | main\n";
    result.details = "a report\x01 with \xff\xfe bytes";
    return result;
}

Result passed_result() {
    Result result;
    result.exercise = "01_first/greet";
    result.tests = {{"Greet.is_polite", "passed", ""}};
    return result;
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST(Report, json_has_the_documented_fields_in_their_order) {
    const auto verdict = nlohmann::ordered_json::parse(to_json(failed_result()));
    std::vector<std::string> keys;
    for (const auto& [key, value] : verdict.items()) keys.push_back(key);
    const std::vector<std::string> documented = {
        "exercise",  "verdict", "message", "file",   "line",  "schedule", "executions",
        "exhausted", "seconds", "tests",   "engine", "table", "details",  "untouched"};
    EXPECT_EQ(keys, documented);
    EXPECT_EQ(verdict["verdict"], "data_race");
    EXPECT_EQ(verdict["line"], 7);
    EXPECT_EQ(verdict["tests"][1]["name"], "Shout.is_heard");
    EXPECT_EQ(verdict["tests"][1]["status"], "failed");
    EXPECT_EQ(verdict["tests"][1]["message"], "expected A\ngot B");
}

TEST(Report, bytes_that_are_not_utf_8_are_replaced) {
    const auto verdict = json::parse(to_json(failed_result()));
    EXPECT_EQ(verdict["details"], "a report\x01 with \xef\xbf\xbd\xef\xbf\xbd bytes");
}

TEST(Report, json_keeps_what_a_screen_would_write_out) {
    Result result = failed_result();
    result.message = "said \u202edias";
    EXPECT_TRUE(holds(to_json(result), "said \u202edias"));
    EXPECT_EQ(result_from_json(to_json(result)).message, result.message);
}

TEST(Report, a_result_comes_back_as_it_was) {
    Result result = failed_result();
    result.details = "plain";
    result.untouched = true;
    const Result back = result_from_json(to_json(result));
    EXPECT_EQ(to_json(back), to_json(result));
    EXPECT_EQ(back.verdict, Verdict::data_race);
    EXPECT_TRUE(back.untouched);
    EXPECT_EQ(back.tests.size(), 3u);
}

TEST(Report, a_failing_schedule_and_a_cause_come_back_with_it) {
    Result result = failed_result();
    result.verdict = Verdict::crash;
    result.cause = Cause::segmentation_fault;
    result.tests[0].words = "it is loud";
    interleave::Result failing;
    failing.verdict = interleave::Verdict::crash;
    failing.events.resize(2);
    failing.events[1].stack = {{"f", "a.cpp", 3, 0, true}};
    result.failing = std::make_shared<const interleave::Result>(failing);
    result.explore = "./course explore shout";
    const std::string text = to_json(result);
    EXPECT_EQ(json::parse(text)["failing"], json::parse(interleave::to_json(failing)));
    const Result back = result_from_json(text);
    EXPECT_EQ(back.cause, Cause::segmentation_fault);
    EXPECT_EQ(back.explore, result.explore);
    EXPECT_EQ(back.tests[0].words, "it is loud");
    result.details = back.details;  // bytes that are not UTF-8 were replaced
    EXPECT_EQ(to_json(back), to_json(result));
}

TEST(Report, what_is_no_verdict_is_refused) {
    for (const char* text : {"", "[]", "{}", "{\"verdict\": 3}", "{\"verdict\": \"fine\"}"}) {
        EXPECT_FALSE(sentence_of([&] { result_from_json(text); }, kBadUsage).empty()) << text;
    }
    EXPECT_EQ(sentence_of([] { result_from_json("{\"exercise\": 3}"); }, kBadUsage),
              "not a verdict in JSON: \"exercise\" is not a string.");
}

TEST(Report, many_results_are_a_list) {
    const std::vector<Result> results = {passed_result(), failed_result()};
    const auto list = json::parse(to_json(results));
    ASSERT_EQ(list.size(), 2u);
    EXPECT_EQ(list[0]["verdict"], "passed");
    EXPECT_EQ(json::parse(to_json(std::vector<Result>{})), json::array());
}

TEST(Report, the_list_of_lessons_has_the_documented_shape) {
    const ScratchCourse scratch;
    const Course course = load_course(scratch.path());
    State state;
    state.passed = {"01_first/shout"};
    state.lent = {"01_first/greet"};
    EXPECT_EQ(json::parse(list_json(course, state)), json::parse(R"([
        {"lesson": "01_first", "title": "First steps", "minutes": 10, "exercises": [
            {"id": "01_first/greet", "kind": "part", "state": "lent", "minutes": 5},
            {"id": "01_first/shout", "kind": "fix", "state": "passed", "minutes": 5}]}])"));
}

TEST(Report, junit_has_a_case_for_each_promise_and_one_for_the_verdict) {
    const std::vector<Result> results = {passed_result(), failed_result()};
    const std::string xml = to_junit(results);
    EXPECT_TRUE(holds(xml, "<testsuites tests=\"6\" failures=\"2\"")) << xml;
    EXPECT_TRUE(holds(xml,
                      "<testsuite name=\"01_first/shout\" tests=\"4\" failures=\"2\" "
                      "errors=\"0\" skipped=\"1\" time=\"0.5\">"))
        << xml;
    EXPECT_TRUE(holds(xml, "name=\"is polite\"/>")) << xml;
    EXPECT_TRUE(holds(xml, "<failure message=\"expected A&#10;got B\"/>")) << xml;
    EXPECT_TRUE(holds(xml, "Two threads &lt;touch&gt; &quot;it&quot; &amp; one writes.")) << xml;
    EXPECT_FALSE(holds(xml, "\x01"));
    EXPECT_FALSE(holds(xml, "\xff"));
}

TEST(Report, gradescope_gets_a_test_for_each_exercise_worth_its_points) {
    const ScratchCourse scratch;
    const Course course = load_course(scratch.path());
    const std::vector<Result> results = {passed_result(), failed_result()};
    const auto report = json::parse(to_gradescope(course, results));
    ASSERT_EQ(report["tests"].size(), 2u);
    EXPECT_EQ(report["tests"][0]["score"], 2);
    EXPECT_EQ(report["tests"][0]["max_score"], 2);
    EXPECT_EQ(report["tests"][0]["status"], "passed");
    EXPECT_EQ(report["tests"][1]["score"], 0);
    EXPECT_EQ(report["tests"][1]["max_score"], 1);
    const std::string output = report["tests"][1]["output"];
    EXPECT_TRUE(holds(output, "exercises/01_first/shout.cpp:7")) << output;
    EXPECT_TRUE(holds(output, "failed: is heard")) << output;
}

TEST(Report, classroom_gets_the_points_of_each_exercise_and_their_sum) {
    const ScratchCourse scratch;
    const Course course = load_course(scratch.path());
    const std::vector<Result> results = {passed_result(), failed_result()};
    const auto report = json::parse(to_classroom(course, results));
    EXPECT_EQ(report["version"], 1);
    EXPECT_EQ(report["status"], "fail");
    EXPECT_EQ(report["max_score"], 3);
    EXPECT_EQ(report["tests"][0]["status"], "pass");
    EXPECT_EQ(report["tests"][0]["score"], 2);
    EXPECT_EQ(report["tests"][1]["line_no"], 7);
    const std::vector<Result> good = {passed_result()};
    EXPECT_EQ(json::parse(to_classroom(course, good))["status"], "pass");
}

}  // namespace
}  // namespace course
