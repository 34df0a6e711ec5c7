// Watch mode as a learner meets it: the real program on a pseudo-terminal. Every test waits for
// what it expects on the screen or among the processes, never for a time.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/file.h>

#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "driven_runner.hpp"

namespace course_test {
namespace {

constexpr const char* kAnswer = "exercises/01_first/answer.cpp";
constexpr const char* kRight = "int answer() { return 42; }\n";
constexpr const char* kWrong = "int answer() { return 40; }\n";
constexpr const char* kEndless = "int answer() { for (volatile int i = 0;; i = i + 1) {} }\n";
constexpr const char* kEscape = "\x1b";
constexpr const char* kDown = "\x1b[B";

#define EXPECT_SHOWN(runner, words) \
    EXPECT_TRUE((runner).wait_for(words)) << "the screen was:\n" << (runner).screen().text()
#define ASSERT_SHOWN(runner, words) \
    ASSERT_TRUE((runner).wait_for(words)) << "the screen was:\n" << (runner).screen().text()

DrivenRunner::Options with(const std::string& variable) {
    DrivenRunner::Options options;
    options.environment = {variable};
    return options;
}

std::string text_of(const fs::path& file) {
    return content(file);
}

TEST(Watch, first_screen_says_where_we_are_and_what_to_do) {
    DrivenRunner runner;
    ASSERT_SHOWN(runner, "This failure is the exercise.");
    for (const char* words :
         {"Wrong result", "The wrong answer", "lesson 1 of 2: First steps", "exercise 1 of 3, fix",
          "0 of 3 done", "The number that came back is not the answer.",
          "Task  Let answer return what the question asks for.", "Next: change", kAnswer, "h hint",
          "? help", "q quit"}) {
        EXPECT_TRUE(runner.screen().shows(words)) << words << "\n" << runner.screen().text();
    }
    EXPECT_FALSE(runner.screen().overflowed());
}

TEST(Watch, a_save_leads_to_a_verdict_and_success_stays_on_the_screen) {
    DrivenRunner runner;
    ASSERT_SHOWN(runner, "This failure is the exercise.");
    runner.save(kAnswer, "int answer() { return forty_two; }\n");
    ASSERT_SHOWN(runner, "It does not compile");
    EXPECT_TRUE(runner.screen().shows("answer.cpp:1")) << runner.screen().text();
    runner.save_by_rename(kAnswer, kRight);
    ASSERT_SHOWN(runner, "Passed: its promise is kept");
    for (const char* words : {"The wrong answer", "The answer is forty-two", "1 of 3 done",
                              "s shows the reference solution", "n goes on to \"A box\""}) {
        EXPECT_TRUE(runner.screen().shows(words)) << words << "\n" << runner.screen().text();
    }
    runner.type("n");
    EXPECT_SHOWN(runner, "exercise 2 of 3, part");
    EXPECT_SHOWN(runner, "Not written yet");
}

TEST(Watch, a_save_through_a_link_and_of_a_file_that_was_away_is_seen) {
    DrivenRunner runner;
    ASSERT_SHOWN(runner, "This failure is the exercise.");
    const fs::path file = runner.file(kAnswer), elsewhere = runner.file("elsewhere.cpp");
    fs::rename(file, elsewhere);
    fs::create_symlink(elsewhere, file);
    runner.save("elsewhere.cpp", kRight);
    ASSERT_SHOWN(runner, "Passed");
    fs::remove(file);
    runner.save(kAnswer, kWrong);
    EXPECT_SHOWN(runner, "Wrong result");
}

TEST(Watch, what_was_learned_is_read_by_scrolling) {
    DrivenRunner runner;
    runner.save(kAnswer, kRight);
    ASSERT_TRUE(runner.resize(60, 16));
    ASSERT_SHOWN(runner, "Passed");
    ASSERT_SHOWN(runner, "-- lines 1-");
    EXPECT_FALSE(runner.screen().shows("This is the last line of the page."));
    runner.type("   ");
    EXPECT_SHOWN(runner, "This is the last line of the page.");
    runner.type("g");
    EXPECT_SHOWN(runner, "Passed");
    for (int i = 0; i < 30; ++i) runner.type(kDown);
    EXPECT_SHOWN(runner, "This is the last line of the page.");
    EXPECT_FALSE(runner.screen().overflowed());
}

TEST(Watch, hints_come_one_a_press_and_are_remembered) {
    const fs::path course = copy_of_fixture();
    DrivenRunner::Options options;
    options.course = course;
    {
        DrivenRunner runner(options);
        ASSERT_SHOWN(runner, "This failure is the exercise.");
        runner.type("h");
        ASSERT_SHOWN(runner, "Hint 1  The number is off.");
        EXPECT_FALSE(runner.screen().shows("It is off by one."));
        runner.type("h");
        ASSERT_SHOWN(runner, "Hint 2  It is off by one.");
        EXPECT_FALSE(runner.screen().shows("Return 42."));
        runner.type("q");
        ASSERT_TRUE(runner.wait_for_end());
    }
    {
        DrivenRunner runner(options);
        ASSERT_SHOWN(runner, "Hints  2 of 3 seen; h shows them again.");
        EXPECT_FALSE(runner.screen().shows("It is off by one."));
        runner.type("h");
        ASSERT_SHOWN(runner, "Hint 2  It is off by one.");
        EXPECT_FALSE(runner.screen().shows("Return 42."));
        runner.type("hh");
        EXPECT_SHOWN(runner, "Hint 3  Return 42.");
        EXPECT_SHOWN(runner, "all three hints");
    }
    fs::remove_all(course);
}

TEST(Watch, list_goes_to_any_exercise) {
    DrivenRunner runner;
    ASSERT_SHOWN(runner, "This failure is the exercise.");
    runner.type("l");
    ASSERT_SHOWN(runner, "> [ ] The wrong answer");
    EXPECT_TRUE(runner.screen().shows("02_second  Second steps"));
    runner.type(kDown);
    ASSERT_SHOWN(runner, "> [ ] A box");
    runner.type("jjjk");
    runner.type("j\r");
    ASSERT_SHOWN(runner, "exercise 3 of 3, fix");
    EXPECT_SHOWN(runner, "Crash");
    runner.type("l");
    ASSERT_SHOWN(runner, "> [ ] The helper");
    runner.type(kEscape);
    EXPECT_SHOWN(runner, "Task  Wait for the helper");
}

TEST(Watch, next_goes_on_and_leaves_the_exercise_open) {
    DrivenRunner runner;
    ASSERT_SHOWN(runner, "This failure is the exercise.");
    runner.type("n");
    ASSERT_SHOWN(runner, "\"The wrong answer\" stays open");
    EXPECT_SHOWN(runner, "exercise 2 of 3, part");
    runner.type("nn");
    EXPECT_SHOWN(runner, "exercise 1 of 3, fix");
    EXPECT_TRUE(runner.screen().shows("0 of 3 done"));
}

TEST(Watch, an_editor_of_the_terminal_gets_it_and_gives_it_back) {
    const fs::path course = copy_of_fixture();
    DrivenRunner::Options options;
    options.course = course;
    const fs::path editor = course / "editor.sh";
    std::ofstream(editor)
        << "echo \"editing $(basename $1)\"\nread words\necho \"$words\" > \"$1\"\n";
    options.environment = {"EDITOR=sh " + editor.string()};
    DrivenRunner runner(options);
    ASSERT_SHOWN(runner, "This failure is the exercise.");
    runner.type("o");
    ASSERT_SHOWN(runner, "editing answer.cpp");
    EXPECT_FALSE(runner.screen().alternate());
    EXPECT_TRUE(runner.settings_are_restored());
    runner.type("int answer() { return 42; }\n");
    EXPECT_SHOWN(runner, "Passed");
    EXPECT_TRUE(runner.screen().alternate());
    runner.type("q");
    ASSERT_TRUE(runner.wait_for_end());
    fs::remove_all(course);
}

TEST(Watch, reset_asks_first_and_keeps_a_copy) {
    DrivenRunner runner;
    ASSERT_SHOWN(runner, "This failure is the exercise.");
    const std::string shipped = text_of(runner.file(kAnswer));
    runner.save(kAnswer, kWrong);
    ASSERT_TRUE(runner.wait([&] { return !runner.screen().shows("This failure is"); }));
    ASSERT_SHOWN(runner, "Wrong result");
    runner.type("r");
    ASSERT_SHOWN(runner, "y/n");
    runner.type("x");
    ASSERT_SHOWN(runner, "Nothing was changed.");
    EXPECT_EQ(text_of(runner.file(kAnswer)), kWrong);
    runner.type("ry");
    ASSERT_SHOWN(runner, "This failure is the exercise.");
    EXPECT_EQ(text_of(runner.file(kAnswer)), shipped);
    bool kept = false;
    for (const auto& entry : fs::recursive_directory_iterator(runner.file(".course/kept"))) {
        kept = kept || (entry.is_regular_file() && text_of(entry.path()) == kWrong);
    }
    EXPECT_TRUE(kept);
}

TEST(Watch, reset_opens_the_exercise_again) {
    DrivenRunner runner;
    ASSERT_SHOWN(runner, "This failure is the exercise.");
    runner.save(kAnswer, kRight);
    ASSERT_SHOWN(runner, "1 of 3 done");
    runner.type("ry");
    ASSERT_SHOWN(runner, "This failure is the exercise.");
    EXPECT_SHOWN(runner, "0 of 3 done");
    EXPECT_EQ(text_of(runner.file(".course/state")).find("passed"), std::string::npos);
}

TEST(Watch, solution_of_a_lent_part_is_shown) {
    const fs::path course = copy_of_fixture();
    DrivenRunner::Options options;
    options.course = course;
    fs::create_directories(course / ".course");
    std::ofstream(course / ".course/state") << "lent 01_first/box\n";
    DrivenRunner runner(options);
    runner.type("l");
    ASSERT_SHOWN(runner, "> [ ] The wrong answer");
    EXPECT_SHOWN(runner, "[=] A box");
    runner.type("j\r");
    ASSERT_SHOWN(runner, "exercise 2 of 3");
    runner.type("s");
    EXPECT_SHOWN(runner, "solutions/fearless/box.hpp");
    runner.type("q");
    ASSERT_TRUE(runner.wait_for_end());
    fs::remove_all(course);
}

TEST(Watch, solution_opens_only_after_success) {
    DrivenRunner runner;
    ASSERT_SHOWN(runner, "This failure is the exercise.");
    runner.type("s");
    ASSERT_SHOWN(runner, "The solution opens when yours has passed");
    EXPECT_FALSE(runner.screen().shows("solutions/"));
    runner.save(kAnswer, kRight);
    ASSERT_SHOWN(runner, "Passed");
    runner.type("s");
    ASSERT_SHOWN(runner, "solutions/01_first/answer.cpp");
    EXPECT_SHOWN(runner, "+ // Answers the question.");
    runner.type("s");
    ASSERT_TRUE(runner.wait([&] { return !runner.screen().shows("+ //"); }));
    EXPECT_SHOWN(runner, "    return 42;");
    runner.type(kEscape);
    EXPECT_SHOWN(runner, "The answer is forty-two");
}

TEST(Watch, details_are_shown_on_request_and_scroll) {
    DrivenRunner runner;
    ASSERT_SHOWN(runner, "This failure is the exercise.");
    std::string errors;
    for (int i = 0; i < 40; ++i) errors += "int x" + std::to_string(i) + " = wrong;\n";
    runner.save(kAnswer, errors + kRight);
    ASSERT_SHOWN(runner, "It does not compile");
    EXPECT_TRUE(runner.screen().shows("more errors")) << runner.screen().text();
    runner.type("v");
    ASSERT_SHOWN(runner, "Arrows scroll");
    ASSERT_SHOWN(runner, "-- lines 1-");
    runner.type("G");
    EXPECT_SHOWN(runner, "answer.cpp:8:10: error");
    runner.type("v");
    EXPECT_SHOWN(runner, "more errors");
}

TEST(Watch, help_names_the_keys) {
    DrivenRunner runner;
    ASSERT_SHOWN(runner, "This failure is the exercise.");
    runner.type("?");
    EXPECT_SHOWN(runner, "quit; your progress is kept");
    runner.type("?");
    EXPECT_SHOWN(runner, "Task");
}

TEST(Watch, enter_and_space_run_the_check_again) {
    DrivenRunner runner;
    for (const char* key : {"\r", " "}) {
        ASSERT_TRUE(runner.wait([&] { return runner.screen().shows("Wrong result"); }));
        runner.type(key);
        ASSERT_SHOWN(runner, "Checking ...");
    }
    EXPECT_SHOWN(runner, "Wrong result");
}

TEST(Watch, no_line_is_wider_than_the_screen_whatever_its_size) {
    DrivenRunner runner;
    ASSERT_SHOWN(runner, "This failure is the exercise.");
    const int sizes[][2] = {{60, 20}, {40, 10}, {20, 5}, {9, 3}, {1, 1}, {200, 50}, {80, 24}};
    const char* views[][2] = {{"?", "this page"}, {"l", "> [ ]"}, {kEscape, "Task  Let answer"}};
    for (const auto& [key, words] : views) {
        runner.type(key);
        ASSERT_SHOWN(runner, words);
        for (const auto& [columns, rows] : sizes) {
            ASSERT_TRUE(runner.resize(columns, rows)) << columns << "x" << rows;
            EXPECT_FALSE(runner.screen().overflowed()) << columns << "x" << rows;
        }
    }
    EXPECT_SHOWN(runner, "Task  Let answer return");
    EXPECT_SHOWN(runner, "? help  q quit");
}

TEST(Watch, any_key_ends_a_program_that_hangs) {
    DrivenRunner runner;
    ASSERT_SHOWN(runner, "This failure is the exercise.");
    runner.save(kAnswer, kEndless);
    ASSERT_TRUE(runner.wait([&] { return runner.learners_program_runs(); }));
    runner.type("h");
    EXPECT_SHOWN(runner, "Hint 1");
    EXPECT_SHOWN(runner, "Stopped");
    // The runner and the guard of its terminal stay.
    EXPECT_TRUE(runner.wait([&] { return runner.processes().size() == 2; }));
    runner.save(kAnswer, kRight);
    EXPECT_SHOWN(runner, "Passed");
}

// While it lives, the grader is to be prepared, and nobody can.
class Unprepared {
  public:
    Unprepared() {
        const fs::path build = fs::path(need("COURSE_BINARY")).parent_path() / "../..";
        lock_ = open((build / "../.lock").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0644);
        EXPECT_EQ(flock(lock_, LOCK_EX), 0);
        const auto grading = nlohmann::json::parse(content(build / "grading.json"));
        const fs::path kit = std::string(grading.at("engines").at("native").at("kit"));
        fs::remove(kit / "ready");
    }
    ~Unprepared() { close(lock_); }
    Unprepared(const Unprepared&) = delete;
    Unprepared& operator=(const Unprepared&) = delete;

  private:
    int lock_;
};

TEST(Watch, a_check_that_waits_for_its_grader_says_so_and_keys_do_not_stop_it) {
    DrivenRunner runner;
    ASSERT_SHOWN(runner, "This failure is the exercise.");
    {
        const Unprepared unprepared;
        runner.type("\r");
        ASSERT_SHOWN(runner, "Preparing the grader, once ...");
        EXPECT_SHOWN(runner, "takes a while the first time");
        runner.type("h");
        ASSERT_SHOWN(runner, "Hint 1  The number is off.");
        runner.type(" \r");
        runner.type("h");
        ASSERT_SHOWN(runner, "Hint 2  It is off by one.");
        EXPECT_TRUE(runner.screen().shows("Preparing the grader")) << runner.screen().text();
    }
    EXPECT_TRUE(runner.wait([&] { return !runner.screen().shows("Preparing"); }));
    EXPECT_SHOWN(runner, "Wrong result");
}

TEST(Watch, a_save_while_the_grader_is_prepared_is_graded_afterwards) {
    DrivenRunner runner;
    ASSERT_SHOWN(runner, "This failure is the exercise.");
    {
        const Unprepared unprepared;
        runner.type("\r");
        ASSERT_SHOWN(runner, "Preparing the grader");
        runner.save(kAnswer, kRight);
    }
    EXPECT_SHOWN(runner, "Passed");
}

TEST(Watch, a_check_on_a_terminal_says_that_it_waits_for_its_grader) {
    DrivenRunner::Options options;
    options.arguments = "check answer";
    auto unprepared = std::make_unique<Unprepared>();
    DrivenRunner runner(options);
    ASSERT_SHOWN(runner, "Preparing the grader, once ...");
    unprepared.reset();
    EXPECT_SHOWN(runner, "This failure is the exercise.");
    EXPECT_FALSE(runner.screen().shows("Preparing")) << runner.screen().text();
}

TEST(Watch, a_save_restarts_a_check_that_hangs) {
    DrivenRunner runner;
    runner.save(kAnswer, kEndless);
    ASSERT_TRUE(runner.wait([&] { return runner.learners_program_runs(); }));
    runner.save(kAnswer, kRight);
    EXPECT_SHOWN(runner, "Passed");
    EXPECT_FALSE(runner.learners_program_runs());
}

TEST(Watch, quit_ends_everything_at_once) {
    DrivenRunner runner;
    runner.save(kAnswer, kEndless);
    ASSERT_TRUE(runner.wait([&] { return runner.learners_program_runs(); }));
    runner.type("q");
    ASSERT_SHOWN(runner, "[ended 0]");
    EXPECT_TRUE(runner.processes().empty());
    EXPECT_FALSE(runner.screen().alternate());
    EXPECT_TRUE(runner.screen().cursor_visible());
    EXPECT_TRUE(runner.settings_are_restored());
}

class Killed : public testing::TestWithParam<int> {};

TEST_P(Killed, leaves_the_terminal_as_it_was_and_no_process) {
    DrivenRunner runner;
    runner.save(kAnswer, kEndless);
    ASSERT_TRUE(runner.wait([&] { return runner.learners_program_runs(); }));
    ASSERT_FALSE(runner.settings_are_restored());
    kill(runner.runner(), GetParam());
    ASSERT_TRUE(runner.wait([&] { return runner.processes().empty(); }));
    EXPECT_TRUE(runner.wait(
        [&] { return !runner.screen().alternate() && runner.screen().cursor_visible(); }));
    EXPECT_TRUE(runner.settings_are_restored());
    // The guard's farewell may come after the shell's words when the runner could not say its own.
    if (GetParam() != SIGKILL && GetParam() != SIGSEGV) {
        EXPECT_SHOWN(runner, "[ended " + std::to_string(128 + GetParam()) + "]");
    }
}

INSTANTIATE_TEST_SUITE_P(Watch, Killed, testing::Values(SIGTERM, SIGINT, SIGHUP, SIGSEGV, SIGKILL));

TEST(Watch, it_ends_when_the_terminal_is_gone) {
    DrivenRunner runner;
    ASSERT_SHOWN(runner, "This failure is the exercise.");
    runner.hang_up();
    EXPECT_TRUE(runner.wait([&] { return runner.processes().empty(); }));
}

TEST(Watch, no_colour_where_it_is_not_wanted) {
    DrivenRunner plain(with("NO_COLOR=1"));
    ASSERT_SHOWN(plain, "This failure is the exercise.");
    plain.type("l");
    ASSERT_SHOWN(plain, "> [ ] The wrong answer");
    plain.type("q");
    ASSERT_TRUE(plain.wait_for_end());
    EXPECT_EQ(plain.screen().colours(), 0);
    DrivenRunner coloured;
    ASSERT_SHOWN(coloured, "This failure is the exercise.");
    EXPECT_GT(coloured.screen().colours(), 0);
}

TEST(Watch, a_dumb_terminal_gets_plain_lines) {
    DrivenRunner::Options options = with("TERM=dumb");
    options.rows = 200;
    DrivenRunner runner(options);
    ASSERT_SHOWN(runner, "This failure is the exercise.");
    runner.type("?");
    ASSERT_SHOWN(runner, "quit; your progress is kept");
    runner.type("q");
    ASSERT_TRUE(runner.wait_for_end());
    EXPECT_EQ(runner.screen().escapes(), 0);
    EXPECT_TRUE(runner.settings_are_restored());
}

TEST(Watch, without_a_terminal_it_prints_progress_and_the_next_step) {
    const fs::path course = copy_of_fixture();
    const std::string command = "cd " + course.string() + " && env -u COURSE_ROOT " +
                                need("COURSE_BINARY") + " </dev/null 2>&1";
    FILE* pipe = popen(command.c_str(), "r");
    ASSERT_NE(pipe, nullptr);
    std::string text;
    for (int c; (c = std::fgetc(pipe)) != EOF;) text += static_cast<char>(c);
    EXPECT_EQ(pclose(pipe), 0);
    EXPECT_NE(text.find("0 of 3 exercises done."), std::string::npos) << text;
    EXPECT_NE(text.find("Next: 01_first/answer"), std::string::npos) << text;
    EXPECT_EQ(text.find('\x1b'), std::string::npos);
    fs::remove_all(course);
}

}  // namespace
}  // namespace course_test
