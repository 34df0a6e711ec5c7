// What a verdict says is said everywhere in the same words, and by its cause.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "course/grading/grader.hpp"
#include "course/grading/judge.hpp"
#include "course/grading/toolchain.hpp"
#include "course/report/feedback.hpp"
#include "course/report/formats.hpp"
#include "course/watch/pages.hpp"
#include "scratch_course.hpp"

namespace fs = std::filesystem;

namespace course {

using namespace sys;

namespace {

using testing::ScratchFolder;

constexpr std::string_view kManifest = R"(title = "Acts"
minutes = 10
sources = ["A course for tests"]

[[exercise]]
name = "act"
kind = "fix"
title = "An act"
task = "Do it."
minutes = 5
cpu_seconds = 1
files = ["01_acts/act.cpp"]
shipped = "wrong_result"
checks = ["native"]
hints = ["one", "two", "three"]
[exercise.says]
crash.unjoined = "Somebody has to wait for the thread."
timeout = "This one runs in circles."
exception.unexpected = "Nobody catches that."
)";

constexpr std::string_view kTest = R"(#include "01_acts/act.cpp"

TEST(Act, is_done) {
    EXPECT_TRUE(act());
}
)";

class Verdicts : public ::testing::Test {
  protected:
    Verdicts() {
        scratch_.write("lessons/01_acts/lesson.toml", kManifest);
        scratch_.write("tests/01_acts/act.cpp", kTest);
        std::ifstream file(fs::path(COURSE_SOURCE_DIR) / "solutions/fearless/todo.hpp");
        const std::string todo{std::istreambuf_iterator<char>(file), {}};
        for (const std::string tree : {"exercises", "solutions"}) {
            scratch_.write(tree + "/fearless/todo.hpp", todo);
            scratch_.write(tree + "/01_acts/act.cpp", "bool act() { return true; }\n");
        }
        scratch_.record_checksums();
        course_ = load_course(scratch_.path());
    }

    const Exercise& act() const { return course_.exercise("act"); }

    // The verdict on a function with that body.
    Result graded(const std::string& body) {
        scratch_.write("exercises/01_acts/act.cpp",
                       "#include <cstdlib>\n#include <stdexcept>\n#include <thread>\n"
                       "bool act() {\n    " +
                           body + "\n}\n");
        GradeRequest request;
        request.trust_tree = true;
        return grade(course_, act(), request);
    }

    // The same sentence is in the JSON, behind `./course check` and in watch mode, and no other.
    void expect_one_sentence(const Result& result, const std::string& sentence) {
        EXPECT_EQ(result.message, sentence) << to_string(result.cause);
        EXPECT_EQ(nlohmann::json::parse(to_json(result)).at("message"), sentence);
        const Style style{false, 200, 40};
        EXPECT_EQ(feedback(result, act(), style).back(), sentence);
        Situation now;
        now.course = &course_;
        now.exercise = &act();
        now.check = Situation::Check::judged;
        now.result = result_from_json(to_json(result));
        const auto page = exercise_page(now, style);
        EXPECT_EQ(std::ranges::count(page, sentence), 1);
        for (const auto& [what, words] : act().says) {
            EXPECT_TRUE(words == sentence || std::ranges::count(page, words) == 0) << words;
        }
    }

    ScratchFolder scratch_;
    Course course_;
};

TEST_F(Verdicts, on_a_null_pointer) {
    expect_one_sentence(graded("volatile int* nothing = nullptr; return *nothing == 0;"),
                        explain(Verdict::crash, Cause::segmentation_fault));
}

TEST_F(Verdicts, on_std_terminate) {
    expect_one_sentence(graded("std::terminate();"), explain(Verdict::crash, Cause::terminate));
}

TEST_F(Verdicts, on_a_thread_that_nobody_waits_for) {
    const Result result = graded("std::thread thread([] {}); return true;");
    expect_one_sentence(result, "Somebody has to wait for the thread.");
    EXPECT_EQ(result.details.find(explain(Verdict::crash, Cause::unjoined)), 0u) << result.details;
}

TEST_F(Verdicts, on_a_stack_overflow) {
    expect_one_sentence(graded("static int depth = 0; volatile int here[64] = {++depth};\n"
                               "    return act() && here[0] == depth;"),
                        explain(Verdict::crash, Cause::stack_overflow));
}

TEST_F(Verdicts, on_std_abort) {
    expect_one_sentence(graded("std::abort();"), explain(Verdict::crash, Cause::abort));
}

TEST_F(Verdicts, on_an_exit) {
    expect_one_sentence(graded("std::exit(0);"),
                        "The program ended itself before its tests were done (with exit()).");
}

TEST_F(Verdicts, on_a_loop) {
    expect_one_sentence(graded("for (volatile bool on = true; on;) {}\n    return true;"),
                        "This one runs in circles.");
}

TEST_F(Verdicts, on_an_exception) {
    const Result result = graded("throw std::runtime_error(\"no\\nmilk\");");
    EXPECT_EQ(result.verdict, Verdict::exception);
    expect_one_sentence(result, "Nobody catches that.");
    EXPECT_EQ(result.details.find("An unexpected exception was thrown: no\nmilk."), 0u)
        << result.details;
}

// Words alone are no exception.
TEST_F(Verdicts, on_a_test_that_speaks_of_exceptions) {
    scratch_.write(
        "tests/01_acts/act.cpp",
        "#include \"01_acts/act.cpp\"\n\nTEST(Act, is_done) {\n"
        "    EXPECT_TRUE(act()) << \"C++ exception with description \\\"x\\\" thrown\";\n"
        "}\n");
    expect_one_sentence(graded("return false;"), "A promise is not kept: is done.");
}

TEST_F(Verdicts, on_a_program_that_waits_until_its_time_is_over) {
    const GradeRequest request;
    const Workspace workspace(course_, act(), request, Toolchain::named("").build_folder());
    Observation seen;
    seen.end.overrun = Overrun::wall;
    const Result result = judge(seen, workspace, {"Act.is_done"});
    EXPECT_EQ(result.verdict, Verdict::timeout);
    EXPECT_EQ(act().words_on(result.verdict, result.cause), nullptr);
    expect_one_sentence(result, explain(Verdict::timeout, Cause::wall_clock));
}

TEST(Verdict, every_cause_has_a_name_and_belongs_to_one_verdict) {
    for (int i = 1; i <= static_cast<int>(Cause::added_test); ++i) {
        const auto cause = static_cast<Cause>(i);
        int found = 0;
        for (int v = 0; v <= static_cast<int>(Verdict::tampered); ++v) {
            const auto verdict = static_cast<Verdict>(v);
            if (cause_from(verdict, to_string(cause)) == cause) ++found;
        }
        EXPECT_EQ(found, 1) << i << " " << to_string(cause);
    }
}

TEST(Verdict, every_verdict_has_a_sentence_and_a_headline) {
    for (int i = 0; i <= static_cast<int>(Verdict::tampered); ++i) {
        const auto verdict = static_cast<Verdict>(i);
        EXPECT_EQ(verdict_from(to_string(verdict)), verdict);
        EXPECT_FALSE(title(verdict).empty());
        const bool one_way = explain(verdict, Cause::none, "it") != "it.";
        EXPECT_NE(one_way, !causes_of(verdict).empty()) << to_string(verdict);
    }
}

}  // namespace
}  // namespace course
