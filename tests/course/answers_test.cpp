// The kinds predict and schedule, on a course of their own.
#include <algorithm>

#include "answers_course.hpp"
#include "course/grading/answer.hpp"
#include "course/grading/grader.hpp"
#include "course/model/shipped_files.hpp"
#include "course/report/feedback.hpp"
#include "course/selfcheck/expectation.hpp"
#include "course/selfcheck/plan.hpp"
#include "course/watch/pages.hpp"

namespace course {

using namespace sys;

namespace {

using testing::AnswersCourse;
using testing::kSum;
using testing::sentence_of;

class Answers : public ::testing::Test {
  protected:
    Result graded(const std::string& name, const std::string& lines, const char* toolchain = "") {
        scratch_.write("exercises/01_answers/" + name + ".txt",
                       "# Yours.\n# [answer]\n" + lines + "# [answer]\n");
        GradeRequest request;
        request.toolchain = toolchain;
        return grade(course_, course_.exercise(name), request);
    }

    const AnswersCourse scratch_;
    const Course course_ = load_course(scratch_.path());
};

TEST_F(Answers, to_nothing_are_todo) {
    for (const char* name : {"sum", "embrace"}) {
        const Result result = graded(name, "# nothing yet\n");
        EXPECT_EQ(to_string(result.verdict), "todo") << result.message;
        EXPECT_EQ(result.file, std::string("exercises/01_answers/") + name + ".txt");
    }
}

TEST_F(Answers, that_name_every_result_pass_and_show_how_each_comes_about) {
    const Result result = graded("sum", "2 in all  # the sum\n 1   in all\n2 in all\n");
    EXPECT_EQ(to_string(result.verdict), "passed") << result.message << result.details;
    EXPECT_EQ(result.message, "That is all of it: 2 results, and no other.");
    EXPECT_TRUE(result.exhausted);
    EXPECT_NE(result.table.find("1 in all  "), std::string::npos) << result.table;
    EXPECT_NE(result.details.find("print output"), std::string::npos) << result.details;
    EXPECT_NE(result.details.find("es/01_answers/sum.cpp"), std::string::npos) << result.details;
}

TEST_F(Answers, hear_what_can_never_be_printed_and_only_how_much_is_missing) {
    Result result = graded("sum", "0 in all\n2 in all\n");
    EXPECT_EQ(to_string(result.verdict), "wrong_result");
    EXPECT_EQ(result.message,
              "1 of your 2 lines can never be printed: 0 in all; 1 result is missing.");
    // The place and the sentence say it already.
    EXPECT_EQ(result.details.find("0 in all"), std::string::npos) << result.details;
    EXPECT_EQ(result.line, 3);
    result = graded("sum", "2 in all\n");
    EXPECT_EQ(result.message, "All that you wrote can be printed, but 1 result is missing.");
    EXPECT_EQ((result.table + result.details).find("1 in all"), std::string::npos);
    result = graded("sum", "(deadlock)\n1 in all\n2 in all\n");
    EXPECT_EQ(result.message, "1 of your 3 lines can never be printed: (deadlock).");
    result = graded("sum", "7 in all\n1 in all\n8 in all\n");
    EXPECT_NE(result.details.find("sum.txt:3: 7 in all"), std::string::npos) << result.details;
    EXPECT_NE(result.details.find("sum.txt:5: 8 in all"), std::string::npos) << result.details;
}

TEST_F(Answers, that_are_handed_in_have_the_regions_of_the_solution) {
    GradeRequest request;
    request.from = GradeRequest::From::submission;
    request.submission = scratch_.path() / "mine.txt";
    const auto verdict_on = [&](const std::string& text) {
        scratch_.write("mine.txt", text);
        return std::string(to_string(grade(course_, course_.exercise("sum"), request).verdict));
    };
    EXPECT_EQ(verdict_on("1 in all\n2 in all\n"), "passed") << "none is needed";
    EXPECT_EQ(verdict_on("# [answer]\n1 in all\n# [answer]\n"), "wrong_result");
    const auto refusal = [&](const std::string& text) {
        return sentence_of([&] { (void)verdict_on(text); }, kBadUsage);
    };
    EXPECT_TRUE(refusal("# [anwser]\n1 in all\n# [anwser]\n")
                    .ends_with("mine.txt: solutions/01_answers/sum.txt has no region [anwser]; it "
                               "has answer."));
    EXPECT_TRUE(
        refusal("# [answer]\n1 in all\n").ends_with("mine.txt: region [answer] is never closed."));
    EXPECT_TRUE(refusal("# [answer]\n# [answer]\n# [answer]\n# [answer]\n")
                    .ends_with("mine.txt: region [answer] is opened twice."));
}

TEST_F(Answers, may_be_written_with_commas_and_capital_letters) {
    const Result result = graded("sum", "2, in, all\n1 IN ALL\n2 in all\n");
    EXPECT_EQ(to_string(result.verdict), "passed") << result.message << result.details;
}

TEST_F(Answers, that_are_schedules_are_run) {
    Result result = graded("embrace", "thread 1\nthread 1\n2\n2\n");
    EXPECT_EQ(to_string(result.verdict), "passed") << result.message << result.table;
    EXPECT_NE(result.table.find("lock left"), std::string::npos) << result.table;
    result = graded("embrace", "thread 1\nthread 1\nthread 1\n");
    EXPECT_EQ(to_string(result.verdict), "wrong_result");
    EXPECT_NE(result.message.find("not to (deadlock)"), std::string::npos) << result.message;
}

TEST_F(Answers, with_a_pick_that_is_not_possible_are_told_its_line_and_the_choice) {
    Result result = graded("embrace", "thread 1\nmain\n");
    EXPECT_EQ(to_string(result.verdict), "wrong_result");
    EXPECT_EQ(result.line, 4);
    EXPECT_EQ(result.message,
              "It cannot be the turn of main, which waits for thread 1: the choice is between "
              "thread 1 and thread 2.");
    result = graded("embrace", "thread 1\nthread 7\n");
    EXPECT_EQ(result.line, 4);
    result = graded("embrace", "thread 1\nthe other one\n");
    EXPECT_EQ(result.line, 4);
    EXPECT_NE(result.message.find("\"the other one\" is no pick"), std::string::npos);
    result = graded("embrace", "1\n1\n2\n2\n2\n");
    EXPECT_NE(result.message.find("comes too late"), std::string::npos) << result.message;
}

TEST_F(Answers, have_the_program_on_the_screen_from_its_first_line_that_says_something) {
    Situation now;
    now.course = &course_;
    now.exercise = &course_.exercise("sum");
    now.state.passed = {"00_before/first"};
    for (const int height : {20, 12, 5}) {
        const Lines lines = exercise_page(now, {false, 80, height});
        const auto file = std::ranges::find(lines, "exercises/01_answers/sum.cpp");
        if (height == 5) {
            EXPECT_TRUE(file == lines.end());
            continue;
        }
        ASSERT_TRUE(file != lines.end()) << height;
        EXPECT_EQ(file[1], "int sum = 0;");
        EXPECT_EQ(lines.back(), height == 20 ? "}" : "...");
        EXPECT_LE(static_cast<int>(lines.size()), height);
    }
}

TEST_F(Answers, hold_for_every_compiler) {
    for (const char* toolchain : {"gcc", "clang"}) {
        EXPECT_EQ(to_string(graded("embrace", "1\n1\n2\n2\n", toolchain).verdict), "passed");
        EXPECT_EQ(to_string(graded("sum", "1 in all\n2 in all\n", toolchain).verdict), "passed");
    }
}

TEST_F(Answers, are_about_a_program_that_nobody_changes) {
    scratch_.record_checksums();
    GradeRequest solution;
    solution.from = GradeRequest::From::solutions;
    const Exercise& exercise = course_.exercise("sum");
    EXPECT_EQ(to_string(grade(course_, exercise, solution).verdict), "passed");
    keep_pristine(course_);
    scratch_.write("exercises/01_answers/sum.cpp", "int main() {}\n");
    const Result result = graded("sum", "1 in all\n2 in all\n");
    EXPECT_EQ(to_string(result.verdict), "tampered");
    EXPECT_EQ(result.file, "exercises/01_answers/sum.cpp");
    restore_files(course_, exercise);
    EXPECT_EQ(scratch_.read("exercises/01_answers/sum.cpp"), kSum);
    EXPECT_TRUE(untouched(course_, exercise));
}

TEST_F(Answers, of_the_reference_are_written_by_the_explorer) {
    const std::string file = "solutions/01_answers/sum.txt";
    const std::string right = scratch_.read(file);
    scratch_.write(file, "# Yours.\n# [answer]\n7 in all\n# [answer]\n");
    checking::Plan plan{.course = course_};
    plan.lessons = {&course_.lessons[0]};
    plan.toolchains = {"gcc"};
    EXPECT_EQ(checking::accept_answers(plan).size(), 1u);
    EXPECT_EQ(scratch_.read(file), right);
    EXPECT_TRUE(checking::accept_answers(plan).empty());
    scratch_.write(file, "1 in all\n");
    sentence_of([&] { checking::accept_answers(plan); }, kBrokenEnvironment);
}

TEST(AnswerLines, are_what_is_no_comment) {
    const auto lines = answer_lines("# [answer]\n a  b # c\n\n#d\ne\n");
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[0].text, "a b");
    EXPECT_EQ(lines[0].line, 2);
    EXPECT_EQ(lines[1].line, 5);
}

TEST(AnswerLines, name_picks_in_words_or_numbers) {
    EXPECT_EQ(pick_from("main"), 0);
    EXPECT_EQ(pick_from("thread 12"), 12);
    EXPECT_EQ(pick_from("3"), 3);
    EXPECT_EQ(pick_from("succeeds"), 0);
    EXPECT_EQ(pick_from("fails"), 1);
    for (const char* word : {"", "thread", "thread -1", "3 4", "thread 99999999999", "Main"})
        EXPECT_FALSE(pick_from(word)) << word;
}

TEST(Expectations, of_an_answer_stand_behind_its_own_comment_signs) {
    const auto expected =
        checking::read_expectation("a.txt", "# verdict: todo\n# why: nothing there\n# x\n", true);
    EXPECT_EQ(expected.verdict, Verdict::todo);
    EXPECT_EQ(expected.why, "nothing there");
}

}  // namespace
}  // namespace course
