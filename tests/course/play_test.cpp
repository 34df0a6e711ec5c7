// ./course play: on a pseudo-terminal, and read line by line.
#include <gtest/gtest.h>
#include <signal.h>

#include <string>

#include "answers_course.hpp"
#include "driven_runner.hpp"
#include "system/process.hpp"

namespace course_test {
namespace {

using course::testing::AnswersCourse;

#define EXPECT_SHOWN(runner, words) \
    EXPECT_TRUE((runner).wait_for(words)) << "the screen was:\n" << (runner).screen().text()
#define ASSERT_SHOWN(runner, words) \
    ASSERT_TRUE((runner).wait_for(words)) << "the screen was:\n" << (runner).screen().text()

constexpr const char* kAnswerFile = "exercises/01_answers/embrace.txt";

DrivenRunner::Options playing(const AnswersCourse& course, const std::string& what,
                              const std::string& variable = "A=b") {
    DrivenRunner::Options options;
    options.course = course.path();
    options.arguments = "play " + what;
    options.environment = {variable};
    return options;
}

TEST(Play, shows_who_can_go_on_and_what_the_others_wait_for) {
    const AnswersCourse course;
    DrivenRunner runner(playing(course, "embrace"));
    ASSERT_SHOWN(runner, "Whose turn is it?");
    for (const char* words :
         {"exercises/01_answers/embrace.cpp", "0 picks", "make it end with (deadlock)",
          "start thread 2", "main      waits for thread 1", "> 1  thread 1  first turn",
          "2  thread 2  first turn", "embrace.cpp:15", "u undo", "q quit"})
        EXPECT_TRUE(runner.screen().shows(words)) << words << "\n" << runner.screen().text();
    runner.type("1");
    ASSERT_SHOWN(runner, "1  thread 1  lock left");
    runner.type("1");
    ASSERT_SHOWN(runner, "lock right, holds left");
    EXPECT_FALSE(runner.screen().overflowed());
}

TEST(Play, a_game_that_is_won_is_the_answer_and_passes) {
    const AnswersCourse course;
    DrivenRunner runner(playing(course, "embrace"));
    ASSERT_SHOWN(runner, "Whose turn is it?");
    runner.type("1122");
    ASSERT_SHOWN(runner, "You got there with 4 picks: (deadlock).");
    EXPECT_SHOWN(runner, "grades it.");
    EXPECT_TRUE(runner.screen().shows("thread 1 holds left")) << runner.screen().text();
    EXPECT_EQ(course.read(kAnswerFile),
              "# Yours.\n# [answer]\nthread 1  # begin\nthread 1  # lock\nthread 2  # begin\n"
              "thread 2  # lock\n# [answer]\n");
    runner.type("q");
    ASSERT_TRUE(runner.wait_for("[ended 0]"));
    EXPECT_TRUE(runner.settings_are_restored());
}

TEST(Play, a_dead_end_is_said_and_can_be_taken_back) {
    const AnswersCourse course;
    DrivenRunner runner(playing(course, "embrace"));
    ASSERT_SHOWN(runner, "Whose turn is it?");
    runner.type("u");
    ASSERT_SHOWN(runner, "There is no pick to take back.");
    runner.type("7");
    ASSERT_SHOWN(runner, "7 cannot be picked here");
    runner.type("111");
    ASSERT_SHOWN(runner, "3 picks");
    // Thread 1 lets both go, and nobody else wants them any more.
    while (!runner.screen().shows("A dead end") && runner.screen().shows("Whose turn is it?")) {
        const std::string before = runner.screen().text();
        runner.type("\r");
        ASSERT_TRUE(runner.wait([&] { return runner.screen().text() != before; }));
    }
    EXPECT_TRUE(runner.screen().shows("A dead end")) << runner.screen().text();
    runner.type("u");
    ASSERT_SHOWN(runner, "Whose turn is it?");
    runner.type("r");
    ASSERT_SHOWN(runner, "0 picks");
    runner.type("q");
    ASSERT_TRUE(runner.wait_for("[ended 1]"));
    EXPECT_EQ(course.read(kAnswerFile), "# Yours.\n# [answer]\n# [answer]\n");
}

TEST(Play, arrows_mark_a_line_and_enter_takes_it) {
    const AnswersCourse course;
    DrivenRunner runner(playing(course, "embrace"));
    ASSERT_SHOWN(runner, "> 1  thread 1");
    runner.type("\x1b[B");
    ASSERT_SHOWN(runner, "> 2  thread 2");
    runner.type("\r");
    ASSERT_SHOWN(runner, "2  thread 2  lock right");
    runner.type("?");
    ASSERT_SHOWN(runner, "takes the last pick back");
    runner.type("?");
    ASSERT_SHOWN(runner, "1 pick");
}

TEST(Play, an_explored_test_is_played_on_the_learners_code) {
    const AnswersCourse course;
    DrivenRunner runner(playing(course, "adder --test adds_twice"));
    ASSERT_SHOWN(runner, "adds twice");
    EXPECT_SHOWN(runner, "It breaks before there is anything to choose: data_race.");
    EXPECT_TRUE(runner.screen().shows("adder.cpp:5")) << runner.screen().text();
}

TEST(Play, nobody_waits_for_a_game_to_end) {
    const AnswersCourse course;
    DrivenRunner one(playing(course, "embrace"));
    ASSERT_SHOWN(one, "Whose turn is it?");
    DrivenRunner other(playing(course, "embrace"));
    ASSERT_SHOWN(other, "Whose turn is it?");
    sys::ProcessSpec spec;
    spec.argv = {need("COURSE_BINARY"), "check", "embrace", "--from", "solutions"};
    spec.environment = {"COURSE_ROOT=" + course.path().string()};
    EXPECT_EQ(sys::run(spec).status, 0);
    other.type("1122");
    EXPECT_SHOWN(other, "You got there");
}

TEST(Play, fits_a_terminal_of_any_size) {
    const AnswersCourse course;
    DrivenRunner runner(playing(course, "embrace"));
    ASSERT_SHOWN(runner, "Whose turn is it?");
    for (const auto& [columns, rows] : {std::pair{40, 10}, {120, 40}, {20, 5}, {80, 24}}) {
        ASSERT_TRUE(runner.resize(columns, rows));
        EXPECT_FALSE(runner.screen().overflowed()) << columns << "\n" << runner.screen().text();
        EXPECT_SHOWN(runner, "thread 1");
    }
    runner.type("11");
    EXPECT_SHOWN(runner, "holds left");
}

TEST(Play, no_colour_where_it_is_not_wanted) {
    const AnswersCourse course;
    DrivenRunner plain(playing(course, "embrace", "NO_COLOR=1"));
    ASSERT_SHOWN(plain, "Whose turn is it?");
    plain.type("1122");
    ASSERT_SHOWN(plain, "You got there");
    EXPECT_EQ(plain.screen().colours(), 0);
    DrivenRunner coloured(playing(course, "embrace"));
    ASSERT_SHOWN(coloured, "Whose turn is it?");
    EXPECT_GT(coloured.screen().colours(), 0);
}

TEST(Play, a_dumb_terminal_gets_plain_lines) {
    const AnswersCourse course;
    DrivenRunner::Options options = playing(course, "embrace", "TERM=dumb");
    options.rows = 200;
    DrivenRunner runner(options);
    ASSERT_SHOWN(runner, "Whose turn is it?");
    runner.type("1122");
    ASSERT_SHOWN(runner, "You got there");
    runner.type("q");
    ASSERT_TRUE(runner.wait_for_end());
    EXPECT_EQ(runner.screen().escapes(), 0);
    EXPECT_TRUE(runner.settings_are_restored());
}

TEST(Play, watch_mode_lends_its_terminal_and_sees_what_was_saved) {
    const AnswersCourse course;
    DrivenRunner::Options options;
    options.course = course.path();
    DrivenRunner runner(options);
    ASSERT_SHOWN(runner, "Next: p plays it; then change exercises/01_answers/sum.txt and save.");
    runner.type("n");
    ASSERT_SHOWN(runner, "./course play embrace");
    runner.type("p");
    ASSERT_SHOWN(runner, "Whose turn is it?");
    runner.type("1122");
    ASSERT_SHOWN(runner, "You got there with 4 picks");
    runner.type("q");
    EXPECT_SHOWN(runner, "Passed");
    EXPECT_SHOWN(runner, "1 of 3 done");
    runner.type("q");
    ASSERT_TRUE(runner.wait_for("[ended 0]"));
    EXPECT_TRUE(runner.settings_are_restored());
}

struct Said {
    int status = 0;
    std::string text;
    bool holds(const std::string& part) const { return text.find(part) != std::string::npos; }
};

Said play(const AnswersCourse& course, const std::string& what, const std::string& lines) {
    sys::ProcessSpec spec;
    spec.argv = {"/bin/sh", "-c", "exec \"$0\" play " + what, need("COURSE_BINARY")};
    spec.environment = {"COURSE_ROOT=" + course.path().string()};
    spec.directory = course.path();
    spec.input = lines;
    const sys::ProcessEnd end = sys::run(spec);
    return {end.status, end.output};
}

// Whether the folder of that game is still there.
bool has_folder(pid_t game) {
    const fs::path build =
        fs::path(need("COURSE_BINARY")).parent_path().parent_path().parent_path();
    for (const auto& entry : fs::directory_iterator(build / "work/01_answers/embrace"))
        if (entry.path().extension() == "." + std::to_string(game)) return true;
    return false;
}

class PlayKilled : public testing::TestWithParam<int> {};

TEST_P(PlayKilled, leaves_the_terminal_as_it_was_and_no_process) {
    const AnswersCourse course;
    DrivenRunner runner(playing(course, "embrace"));
    ASSERT_SHOWN(runner, "Whose turn is it?");
    ASSERT_FALSE(runner.settings_are_restored());
    const pid_t game = runner.runner();
    EXPECT_TRUE(has_folder(game));
    kill(game, GetParam());
    ASSERT_TRUE(runner.wait([&] { return runner.processes().empty(); }));
    EXPECT_TRUE(runner.wait(
        [&] { return !runner.screen().alternate() && runner.screen().cursor_visible(); }));
    EXPECT_TRUE(runner.settings_are_restored());
    // What a killed game left is gone with the next one.
    play(course, "embrace", "");
    EXPECT_FALSE(has_folder(game));
}

INSTANTIATE_TEST_SUITE_P(, PlayKilled, testing::Values(SIGTERM, SIGINT, SIGHUP, SIGKILL));

// --- without a terminal ---

TEST(PlayByLines, wins_saves_and_ends) {
    const AnswersCourse course;
    const Said said = play(course, "embrace", "thread 1\n1 # and on\n\n2\nthread 2\nu\n");
    EXPECT_EQ(said.status, 0) << said.text;
    EXPECT_TRUE(said.holds("You got there with 4 picks: (deadlock).")) << said.text;
    EXPECT_TRUE(said.holds("Saved in exercises/01_answers/embrace.txt")) << said.text;
    EXPECT_EQ(said.text.find('\x1b'), std::string::npos);
    EXPECT_NE(course.read(kAnswerFile).find("thread 2  # lock"), std::string::npos);
}

TEST(PlayByLines, keeps_an_answer_that_is_written_over) {
    const AnswersCourse course;
    play(course, "embrace", "q\n");  // what was shipped is known now
    const std::string mine = "# [answer]\nmain  # mine\n# [answer]\n";
    play(course, "embrace", "1\n1\n2\n2\n");
    course.write(kAnswerFile, mine);
    EXPECT_EQ(play(course, "embrace", "1\n1\n2\n2\n").status, 0);
    bool kept = false;
    for (const auto& entry : fs::recursive_directory_iterator(course.path() / ".course/kept"))
        kept |= entry.is_regular_file() && content(entry.path()) == mine;
    EXPECT_TRUE(kept);
}

TEST(PlayByLines, says_so_where_the_markers_are_gone) {
    const AnswersCourse course;
    course.write(kAnswerFile, "main\n");
    const Said said = play(course, "embrace", "1\n1\n2\n2\n");
    EXPECT_TRUE(said.holds("It is not saved")) << said.text;
    EXPECT_EQ(course.read(kAnswerFile), "main\n");
}

TEST(PlayByLines, goes_back_and_starts_over) {
    const AnswersCourse course;
    const Said said = play(course, "embrace", "1\n1\n1\nu\n2\nr\n2\n2\n1\n1\n");
    EXPECT_EQ(said.status, 0) << said.text;
    EXPECT_EQ(course.read(kAnswerFile).find("thread 1"),
              course.read(kAnswerFile).rfind("thread 2") + 17)
        << course.read(kAnswerFile);
}

TEST(PlayByLines, an_end_that_is_not_wanted_is_no_success) {
    const AnswersCourse course;
    for (const char* lines : {"", "1\n", "q\n1\n1\n2\n2\n"}) {
        const Said said = play(course, "embrace", lines);
        EXPECT_EQ(said.status, 1) << lines << said.text;
        EXPECT_FALSE(said.holds("You got there")) << said.text;
    }
}

TEST(PlayByLines, a_line_that_means_nothing_is_told_and_changes_nothing) {
    const AnswersCourse course;
    const Said said = play(course, "embrace", "one\n3\nmain\n1\n1\n2\n2\n");
    EXPECT_EQ(said.status, 0) << said.text;
    EXPECT_TRUE(said.holds(
        "\"one\" is not possible here; expected one of thread 1, thread 2. ? says what else"))
        << said.text;
}

TEST(PlayByLines, a_line_that_turns_the_text_around_is_written_out) {
    const AnswersCourse course;
    const Said said = play(course, "embrace", "\u202eeno\n1\n1\n2\n2\n");
    EXPECT_TRUE(said.holds("\"\\u202eeno\" is not possible here")) << said.text;
    EXPECT_FALSE(said.holds("\u202e"));
}

TEST(PlayByLines, shows_what_a_program_can_print) {
    const AnswersCourse course;
    // Both read before either writes: an update is lost, and no race ends the run.
    const Said said = play(course, "sum", "1\n1\n2\n2\n1\n2\n");
    EXPECT_EQ(said.status, 0) << said.text;
    EXPECT_TRUE(said.holds("ended with \"1 in all\"")) << said.text;
}

TEST(PlayByLines, lists_the_tests_and_plays_the_one_that_breaks_or_is_wanted) {
    const AnswersCourse course;
    Said said = play(course, "adder", "");
    EXPECT_EQ(said.status, 0) << said.text;
    EXPECT_TRUE(said.holds("    Adder.is_empty\n  > Adder.adds_twice")) << said.text;
    EXPECT_TRUE(said.holds("It breaks before there is anything to choose")) << said.text;
    said = play(course, "adder --test 1", "");
    EXPECT_EQ(said.status, 1) << said.text;
    EXPECT_TRUE(said.holds("Nobody ever has a choice here")) << said.text;
    for (const char* test : {"2", "adds_twice", "Adder.adds_twice"}) {
        said = play(course, std::string("adder --test ") + test, "");
        EXPECT_EQ(said.status, 0) << said.text;
        EXPECT_TRUE(said.holds("It breaks before there is anything to choose: data_race."))
            << said.text;
    }
}

TEST(PlayByLines, what_cannot_be_played_is_one_sentence) {
    const AnswersCourse course;
    Said said = play(course, "adder --test nonsense", "");
    EXPECT_EQ(said.status, 2);
    EXPECT_TRUE(said.holds("there is no explored test \"nonsense\"; there is Adder.is_empty and"))
        << said.text;
    EXPECT_EQ(play(course, "sum --test 1", "").status, 2);
    EXPECT_EQ(play(course, "nobody", "").status, 2);
    course.write("exercises/01_answers/adder.cpp", "inline void add(int&) { syntax error }\n");
    said = play(course, "adder", "");
    EXPECT_EQ(said.status, 1);
    EXPECT_TRUE(said.holds("adder.cpp:1")) << said.text;
    course.write("exercises/01_answers/adder.cpp",
                 "#include <fearless/todo.hpp>\n"
                 "inline void add(int&) { fearless::todo(\"add\"); }\n");
    said = play(course, "adder --test 2", "");
    EXPECT_EQ(said.status, 1);
    EXPECT_TRUE(said.holds("exercises/01_answers/adder.cpp:2: Not written yet: add.")) << said.text;
}

}  // namespace
}  // namespace course_test
