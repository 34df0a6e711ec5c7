// The parts of watch mode that need no terminal: text, keys, pages, feedback.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "course/report/diagnostics.hpp"
#include "course/report/feedback.hpp"
#include "course/screen/bar.hpp"
#include "course/screen/frame.hpp"
#include "course/screen/keys.hpp"
#include "course/screen/prose.hpp"
#include "course/watch/difference.hpp"
#include "course/watch/pages.hpp"
#include "text/columns.hpp"
#include "text/paint.hpp"
#include "text/printable.hpp"
#include "text/text.hpp"

namespace course {

using namespace text;

namespace {

using Strings = std::vector<std::string>;

TEST(Keys, sequences_are_keys_even_in_pieces) {
    KeyReader reader;
    EXPECT_EQ(reader.keys("q\x1b[A\x1bOB\x1b[5~\r"),
              (std::vector<Key>{'q', kUp, kDown, kPageUp, kEnter}));
    EXPECT_TRUE(reader.keys("\x1b[").empty());
    EXPECT_EQ(reader.keys("B"), std::vector<Key>{kDown});
    EXPECT_EQ(reader.keys("\x1b"), std::vector<Key>{kEscape});
    EXPECT_EQ(reader.keys("\xc3\xa4"), (std::vector<Key>{kUnknown, kUnknown}));
}

TEST(Prose, a_section_ends_at_the_next_heading_outside_of_code) {
    const std::string page =
        "## a\nfirst\n```cpp\n## no heading\n```\n### below\nlast\n## b\nother\n";
    EXPECT_EQ(section(page, "a"), "first\n```cpp\n## no heading\n```\n### below\nlast\n");
    EXPECT_EQ(section(page, "b"), "other\n");
    EXPECT_EQ(section(page, "c"), "");
}

TEST(Prose, markdown_becomes_lines) {
    const Style style{false, 20, 24};
    EXPECT_EQ(prose("A **bold** `x_y`, a\n[link](there.md).\n\n<!-- quote: a -->\n```cpp\nint x;\n"
                    "```\n- one item that is long\n",
                    style),
              (Strings{"A bold x_y, a link.", "", "    int x;", "- one item that is", "  long"}));
    EXPECT_EQ(plain_text("`a[i](b)` and a [0] (c)"), "a[i](b) and a [0] (c)");
}

TEST(Difference, shows_what_was_removed_and_added) {
    const auto lines = difference({"a", "b", "c"}, {"a", "x", "c"});
    std::string text;
    for (const auto& line : lines) {
        text += line.side == DifferenceLine::Side::first    ? "-"
                : line.side == DifferenceLine::Side::second ? "+"
                                                            : " ";
        text += line.text;
    }
    EXPECT_EQ(text, " a-b+x c");
    EXPECT_TRUE(only_changes(difference({"a", "b"}, {"a", "b"}), 2).empty());
    EXPECT_EQ(
        only_changes(difference({"1", "2", "3", "4", "5"}, {"1", "2", "3", "4", "x"}), 1).size(),
        3u);
}

TEST(Screen, has_the_size_of_the_screen_and_keeps_its_last_line) {
    const Screen frame{{"title", "about"}, Strings(50, "body"), {"", "next", "keys"}};
    for (int rows = 1; rows < 40; ++rows) {
        for (int columns_there = 1; columns_there < 90; columns_there += 7) {
            int scroll = 1000;
            const auto lines = lay_out(frame, {columns_there, rows}, scroll, false);
            ASSERT_EQ(static_cast<int>(lines.size()), rows);
            for (const auto& line : lines) EXPECT_LE(columns(line), columns_there);
            EXPECT_GE(scroll, 0);
            EXPECT_LE(scroll, 50);
            if (columns_there > 4) {
                EXPECT_EQ(lines.back(), "keys");
            }
        }
    }
}

Exercise task_exercise() {
    Exercise exercise;
    exercise.lesson = "02_move";
    exercise.name = "task";
    exercise.files = {"fearless/task.hpp"};
    return exercise;
}

constexpr const char* kTemplateNoise =
    "In file included from tests/02_move/task.cpp:1:\n"
    "/usr/include/c++/12/type_traits: In instantiation of 'struct std::is_x<Task>':\n"
    "exercises/fearless/task.hpp:30:12:   required from here\n"
    "/usr/include/c++/12/type_traits:99:7: error: static assertion failed: must be an object\n"
    "   99 |   static_assert(false);\n"
    "/usr/include/c++/12/type_traits:99:7: note: 'x' evaluates to false\n"
    "tests/02_move/task.cpp:8:3: error: 'run' is private within this context\n"
    "exercises/fearless/task.hpp:12:5: error: expected ';' before 'int'\n"
    "   12 |     foo int\n"
    "      |        ^\n";

TEST(Diagnostics, the_learners_lines_come_first_and_noise_not_at_all) {
    const auto errors = compiler_errors(kTemplateNoise, {"fearless/task.hpp"});
    ASSERT_EQ(errors.size(), 3u);
    EXPECT_EQ(errors[0].place, "exercises/fearless/task.hpp:30");
    EXPECT_EQ(errors[0].message, "static assertion failed: must be an object");
    EXPECT_EQ(errors[1].place, "exercises/fearless/task.hpp:12");
    EXPECT_EQ(errors[1].source, (Strings{"   12 |     foo int", "      |        ^"}));
    EXPECT_FALSE(errors[2].own);
}

TEST(Diagnostics, clang_says_where_a_template_is_used_after_the_error) {
    const auto errors = compiler_errors(
        "/usr/include/c++/12/thread:150:7: error: static assertion failed\n"
        "exercises/fearless/task.hpp:21:9: note: in instantiation of function template "
        "specialization 'x' requested here\n",
        {"fearless/task.hpp"});
    ASSERT_EQ(errors.size(), 1u);
    EXPECT_EQ(errors[0].place, "exercises/fearless/task.hpp:21");
}

TEST(Diagnostics, a_failed_assertion_of_a_template_names_its_types_and_who_asked) {
    const auto errors = compiler_errors(
        "solutions/fearless/require.hpp: In instantiation of 'void refuse() [with User = spawn; "
        "Type = std::array<int*, 2>; Culprit = int*]':\n"
        "exercises/fearless/task.hpp:48:9:   in ‘constexpr’ expansion of 'require<spawn>()'\n"
        "solutions/fearless/require.hpp:12:7: error: static assertion failed: no\n"
        "exercises/fearless/task.hpp: In instantiation of 'T& Guard<T>::value() [with T = int]':\n"
        "exercises/fearless/task.hpp:30:12:   required from 'void Task::run() [with T = int]'\n"
        "exercises/fearless/task.hpp:70:12:   required from 'void Task::start()'\n"
        "tests/02_move/task.cpp:7:3:   required from here\n"
        "exercises/fearless/task.hpp:9:7: error: static assertion failed: no\n",
        {"fearless/task.hpp"});
    ASSERT_EQ(errors.size(), 2u);
    EXPECT_EQ(errors[0].types, "User = spawn; Type = std::array<int*, 2>; Culprit = int*");
    EXPECT_EQ(errors[0].place, "exercises/fearless/task.hpp:48");
    EXPECT_EQ(errors[1].types, "T = int");
    EXPECT_EQ(errors[1].place, "exercises/fearless/task.hpp:9");
    EXPECT_EQ(errors[1].asked_from, "exercises/fearless/task.hpp:30");
    const auto of_clang = compiler_errors(
        "fearless/require.hpp:12:7: error: static assertion failed due to requirement '!x': no\n"
        "fearless/task.hpp:48:9: note: in instantiation of function template specialization "
        "'refuse<spawn, int *, int *>' requested here\n",
        {"fearless/task.hpp"});
    ASSERT_EQ(of_clang.size(), 1u);
    EXPECT_EQ(of_clang[0].types, "spawn, int *, int *");
}

TEST(Diagnostics, an_error_is_said_once) {
    const std::string once = "fearless/task.hpp:9:7: error: static assertion failed: no\n";
    EXPECT_EQ(compiler_errors(once + once, {"fearless/task.hpp"}).size(), 1u);
}

TEST(Feedback, never_takes_more_than_its_room_and_always_says_the_sentence) {
    Result result;
    result.verdict = Verdict::compile_error;
    result.message = "The compiler refuses this code.";
    for (int i = 0; i < 50; ++i) result.details += kTemplateNoise;
    for (int height = 4; height < 30; ++height) {
        const Style style{false, 60, height};
        const auto lines = feedback(result, task_exercise(), style);
        ASSERT_LE(static_cast<int>(lines.size()), height);
        for (const auto& line : lines) EXPECT_LE(columns(line), 60);
        EXPECT_EQ(lines.front().rfind("exercises/fearless/task.hpp:30", 0), 0u) << lines.front();
        EXPECT_EQ(lines.back(), "The compiler refuses this code.");
    }
}

TEST(Feedback, begins_with_the_place_and_ends_with_the_sentence) {
    Exercise exercise = task_exercise();
    exercise.says[{Verdict::wrong_result, Cause::none}] = "What somebody else says.";
    Result result;
    result.verdict = Verdict::wrong_result;
    result.message = "The task ran twice.";
    result.file = "exercises/fearless/task.hpp";
    result.line = 12;
    result.untouched = true;
    result.tests = {{"Task.runs_once", "failed", "Expected: 1\nActual: 2"},
                    {"Task.is_move_only", "passed", ""}};
    EXPECT_EQ(feedback(result, exercise, {false, 80, 20}),
              (Strings{"exercises/fearless/task.hpp:12", "not kept: runs once", "  Expected: 1",
                       "  Actual: 2", "", "The task ran twice.", "This failure is the exercise."}));
}

TEST(Feedback, a_part_that_is_missing_elsewhere_is_not_the_exercise) {
    Result result;
    result.verdict = Verdict::todo;
    result.message = "Not written yet: the list.";
    result.file = "exercises/fearless/list.hpp";
    result.untouched = true;
    const std::string elsewhere =
        "It belongs to a part that this exercise builds on: write that first.";
    EXPECT_EQ(feedback(result, task_exercise(), {false, 80, 20}).back(), elsewhere);
    result.file = "exercises/fearless/task.hpp";
    EXPECT_EQ(feedback(result, task_exercise(), {false, 80, 20}).back(),
              "This failure is the exercise.");
    Exercise fix = task_exercise();
    fix.shipped = Verdict::wrong_result;
    result.file.clear();
    EXPECT_EQ(feedback(result, fix, {false, 80, 20}).back(), elsewhere);
}

TEST(Feedback, of_a_long_report_the_learners_lines_remain) {
    Result result;
    result.verdict = Verdict::deadlock;
    result.message = "Every thread stands still.";
    result.details = "main thread waits for thread 1\n";
    for (int i = 0; i < 40; ++i) result.details += "    /usr/include/c++/12/thread:99 in f\n";
    result.details += "    exercises/fearless/task.hpp:7 in g\n";
    EXPECT_EQ(feedback(result, task_exercise(), {false, 80, 10}),
              (Strings{"main thread waits for thread 1", "    exercises/fearless/task.hpp:7 in g",
                       "", "Every thread stands still."}));
}

// U+202E turns what follows it around.
Result that_turns_the_text_around(Verdict verdict) {
    Result result;
    result.verdict = verdict;
    result.message = "said \u202edias";
    result.file = "exercises/fearless/\u202eksat.hpp";
    result.details = "exercises/fearless/task.hpp:3:1: error: \u202edias\n";
    result.table = "a table \u2067elbat a\n";
    result.tests = {{"Task.runs_once", "failed", "Expected: \u202e1"}};
    return result;
}

bool turns_the_text_around(const Strings& lines) {
    return std::ranges::any_of(lines, [](const std::string& line) {
        return line.find("\u202e") != line.npos || line.find("\u2067") != line.npos;
    });
}

TEST(Feedback, shows_no_text_that_turns_its_lines_around) {
    for (const Verdict verdict :
         {Verdict::passed, Verdict::compile_error, Verdict::wrong_result, Verdict::crash}) {
        Result result = that_turns_the_text_around(verdict);
        const Style style{false, 80, 40};
        EXPECT_FALSE(turns_the_text_around(feedback(result, task_exercise(), style)));
        result.table.clear();
        EXPECT_FALSE(turns_the_text_around(feedback(result, task_exercise(), style)));
    }
}

TEST(Pages, show_no_text_that_turns_their_lines_around) {
    Course course;
    course.lessons.emplace_back();
    course.lessons.front().id = task_exercise().lesson;
    course.lessons.front().exercises = {task_exercise()};
    Situation now;
    now.course = &course;
    now.exercise = &course.lessons.front().exercises.front();
    const Style style{false, 80, 40};
    for (const Verdict verdict : {Verdict::passed, Verdict::compile_error, Verdict::crash}) {
        now.check = Situation::Check::judged;
        now.result = that_turns_the_text_around(verdict);
        EXPECT_FALSE(turns_the_text_around(exercise_page(now, style)));
        EXPECT_FALSE(turns_the_text_around(details_page(now, style)));
    }
    now.check = Situation::Check::failed;
    now.failure = "no check: \u202edias";
    EXPECT_FALSE(turns_the_text_around(exercise_page(now, style)));
    EXPECT_FALSE(turns_the_text_around(details_page(now, style)));
}

TEST(Bar, of_a_preparation_fits_and_says_the_numbers) {
    EXPECT_EQ(preparation_line(0, 0, 80, false), "Preparing the grader, once ...");
    const std::string line = preparation_line(12, 40, 80, false);
    EXPECT_TRUE(line.starts_with("Preparing the grader, once  ")) << line;
    EXPECT_TRUE(line.ends_with("  12 of 40")) << line;
    EXPECT_EQ(preparation_line(12, 40, 40, false), "Preparing the grader, once: 12 of 40");
    for (int width = 1; width < 90; ++width) {
        EXPECT_LE(columns(preparation_line(12, 40, width, true)), width);
    }
}

}  // namespace
}  // namespace course
