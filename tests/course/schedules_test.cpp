// The engine `schedules` and ./course explore, on a course of one exercise.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "course/commands/commands.hpp"
#include "course/grading/grader.hpp"
#include "course/grading/inspection.hpp"
#include "course/report/feedback.hpp"
#include "course/report/formats.hpp"
#include "scratch_course.hpp"

namespace fs = std::filesystem;

namespace course {

using namespace sys;

namespace {

using testing::ScratchFolder;
using testing::sentence_of;

constexpr std::string_view kManifest = R"(title = "Two threads"
minutes = 10
prerequisites = []
sources = ["A course for tests"]

[[exercise]]
name = "count"
kind = "fix"
title = "Count to two"
task = "Two threads count one each."
minutes = 5
files = ["01_two/count.cpp"]
shipped = "data_race"
checks = ["schedules"]
hints = ["one", "two", "three"]
)";

constexpr std::string_view kTest = R"(#include "01_two/count.cpp"

INTERLEAVE_TEST(Count, nothing_is_counted) {
    EXPECT_EQ(1 + 1, 2);
}

INTERLEAVE_TEST(Count, two_threads_count_to_two) {
    int counter = 0;
    count(counter);
    EXPECT_EQ(counter, 2);
}

TEST(Count, once_is_enough) {
    int counter = 0;
    count(counter);
    EXPECT_GT(counter, 0);
}
)";

// Two threads that run `code` each.
std::string counting(const std::string& code) {
    return "#include <fearless/todo.hpp>\n#include <mutex>\n#include <thread>\n"
           "inline void count(int& counter) {\n"
           "    std::mutex a, b;\n"
           "    const auto add = [&](std::mutex& first, std::mutex& second) {\n        " +
           code +
           "\n    };\n"
           "    std::jthread one(add, std::ref(a), std::ref(b));\n"
           "    std::jthread two(add, std::ref(b), std::ref(a));\n"
           "}\n";
}

const std::string kRight = counting("std::lock_guard lock(a); ++counter;");
const std::string kRace = counting("++counter;");
const std::string kDeadlock =
    counting("std::lock_guard outer(first); std::lock_guard inner(second); ++counter;");
const std::string kTodo = counting("fearless::todo(\"count one\");");

class Schedules : public ::testing::Test {
  protected:
    Schedules() {
        scratch_.write("lessons/01_two/lesson.toml", kManifest);
        scratch_.write("tests/01_two/count.cpp", kTest);
        std::ifstream file(fs::path(COURSE_SOURCE_DIR) / "solutions/fearless/todo.hpp");
        const std::string todo{std::istreambuf_iterator<char>(file), {}};
        for (const std::string tree : {"exercises", "solutions"}) {
            scratch_.write(tree + "/01_two/count.cpp", kRight);
            scratch_.write(tree + "/fearless/todo.hpp", todo);
        }
        course_ = load_course(scratch_.path());
    }

    Result graded(const std::string& text) {
        scratch_.write("exercises/01_two/count.cpp", text);
        return grade(course_, course_.exercise("count"), {});
    }

    std::string explored(const ExploreOptions& options, int status) {
        ::testing::internal::CaptureStdout();
        const int got = explore(course_, options);
        std::fflush(stdout);
        EXPECT_EQ(got, status);
        return ::testing::internal::GetCapturedStdout();
    }

    ScratchFolder scratch_;
    Course course_;
};

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST_F(Schedules, a_submission_passes_when_every_interleaving_does) {
    const Result result = graded(kRight);
    EXPECT_EQ(to_string(result.verdict), "passed") << result.message << result.details;
    EXPECT_TRUE(result.exhausted);
    EXPECT_GT(result.executions, 3);
    ASSERT_EQ(result.tests.size(), 3u);
    EXPECT_EQ(result.tests[1].name, "Count.two_threads_count_to_two");
    EXPECT_EQ(result.tests[2].status, "passed");
}

TEST_F(Schedules, a_data_race_is_drawn_with_its_place_and_its_token) {
    const Result result = graded(kRace);
    EXPECT_EQ(to_string(result.verdict), "data_race") << result.message << result.details;
    EXPECT_EQ(result.file, "exercises/01_two/count.cpp");
    EXPECT_EQ(result.line, 7);
    EXPECT_TRUE(result.schedule.starts_with("2:")) << result.schedule;
    EXPECT_TRUE(holds(result.table, "replay token: " + result.schedule)) << result.table;
    EXPECT_EQ(result.tests[1].status, "failed");
    EXPECT_EQ(result.tests[2].status, "not_run");
    const auto lines = feedback(result, course_.exercise("count"), {false, 80, 24});
    EXPECT_LE(lines.size(), 24u);
    EXPECT_TRUE(
        std::ranges::any_of(lines, [](const std::string& line) { return holds(line, "counter"); }));
}

// A part that the exercise builds on, with a wait of its own.
constexpr std::string_view kGate = R"(#pragma once
#include <atomic>
#include <condition_variable>
#include <mutex>
class Gate {
  public:
    void wait() {
        if (open_) return;
        std::unique_lock lock(mutex_);
        changed_.wait(lock);
    }
    void set() { open_ = true; }
    void ring() { changed_.notify_all(); }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::atomic<bool> open_ = false;
};
)";

constexpr std::string_view kRings = R"(#include <fearless/gate.hpp>
#include <atomic>
#include <thread>
inline void count(int& counter) {
    Gate gate;
    std::atomic<unsigned> noise = 0;
    std::thread other([&] {
        noise -= 1;
        gate.ring();
        gate.set();
        noise = 1;
        noise += 2;
        noise = 3;
        noise += 4;
        noise = 5;
        noise += 6;
    });
    noise += 7;
    noise = 8;
    noise += 9;
    noise = 0;
    gate.wait();
    other.join();
    counter = 2;
}
)";

// The story of a table: the lines of its steps, from the title on.
std::string steps_in(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines)
        if (holds(line, "│")) text += line + "\n";
    return text;
}

TEST_F(Schedules, a_lost_wake_up_is_told_by_the_learners_lines_in_every_room) {
    for (const std::string tree : {"exercises", "solutions"})
        scratch_.write(tree + "/fearless/gate.hpp", kGate);
    const Result result = graded(std::string(kRings));
    EXPECT_EQ(to_string(result.verdict), "lost_wakeup") << result.message << result.details;
    const Result read = result_from_json(to_json(result));
    for (const Result* one : {&result, &read}) {
        for (int height = 15; height < 26; ++height) {
            const auto lines = feedback(*one, course_.exercise("count"), {false, 80, height});
            EXPECT_LE(static_cast<int>(lines.size()), height);
            const std::string steps = steps_in(lines);
            EXPECT_TRUE(holds(steps, "9  gate.ring();")) << height << "\n" << steps;
            EXPECT_TRUE(holds(steps, "10  gate.set();")) << height << "\n" << steps;
            EXPECT_TRUE(holds(steps, "22  gate.wait();")) << height << "\n" << steps;
            EXPECT_FALSE(holds(steps, "gate.hpp")) << "a part that was given\n" << steps;
            const std::string all = "hidden (⋮); all of them: ./course explore count";
            EXPECT_TRUE(std::ranges::any_of(lines, [&](const std::string& line) {
                return holds(line, all);
            })) << height;
        }
    }
    const auto tall = feedback(result, course_.exercise("count"), {false, 80, 60});
    EXPECT_FALSE(
        std::ranges::any_of(tall, [](const std::string& line) { return holds(line, "hidden"); }));
    EXPECT_TRUE(std::ranges::any_of(
        tall, [](const std::string& line) { return holds(line, "replay token: "); }));
    ExploreOptions options;
    options.name = "count";
    const std::string explored_all = explored(options, kNotPassed);
    EXPECT_FALSE(holds(explored_all, "hidden")) << explored_all;
    EXPECT_TRUE(holds(explored_all, "0 -> 4294967295")) << explored_all;
    EXPECT_TRUE(holds(explored_all, "7  std::thread other([&] {")) << "the first line of a lambda\n"
                                                                   << explored_all;
}

TEST_F(Schedules, a_verdict_that_luck_decides_is_none) {
    scratch_.write("exercises/01_two/count.cpp",
                   "#include <random>\n"
                   "inline void count(int& counter) {\n"
                   "    counter = 2 - static_cast<int>(std::random_device()() % 2);\n"
                   "}\n");
    Exercise lucky = course_.exercise("count");
    lucky.checks = {EngineKind::native};
    GradeRequest request;
    request.runs = 40;
    const std::string sentence =
        sentence_of([&] { grade(course_, lucky, request); }, kBrokenEnvironment);
    EXPECT_TRUE(holds(sentence, "Count.two_threads_count_to_two")) << sentence;
    EXPECT_TRUE(holds(sentence, "wrong_result")) << sentence;
    EXPECT_TRUE(holds(sentence, "passed")) << sentence;
}

// Taking the stacks of a program that stands still lets a sleeper look at its word once more.
TEST_F(Schedules, what_happens_after_a_standstill_does_not_count) {
    scratch_.write("tests/01_two/count.cpp", R"(#include "01_two/count.cpp"

TEST(Count, nobody_sleeps_for_ever) {
    int counter = 0;
    probe::StillGate gate;
    std::thread other([&] { gate.wait(); count(counter); });
    count(counter);
    other.join();
    EXPECT_EQ(counter, 1) << "they went on";
}
)");
    scratch_.write("exercises/01_two/count.cpp",
                   "#include <linux/futex.h>\n#include <sys/syscall.h>\n#include <unistd.h>\n"
                   "#include <atomic>\n#include <thread>\n"
                   "inline std::atomic<int> calls = 0, word = 0;\n"
                   "inline void count(int& counter) {\n"
                   "    if (++calls == 2) { word = 1; return; }\n"
                   "    syscall(SYS_futex, &word, FUTEX_WAIT_PRIVATE, 0, nullptr, nullptr, 0);\n"
                   "    counter = 2;\n"
                   "}\n");
    Exercise native = course_.exercise("count");
    native.checks = {EngineKind::native};
    for (int round = 0; round < 5; ++round) {
        const Result result = grade(course_, native, {});
        EXPECT_EQ(to_string(result.verdict), "deadlock") << result.message << result.details;
        ASSERT_EQ(result.tests.size(), 1u);
        EXPECT_EQ(result.tests[0].status, "failed");
        EXPECT_EQ(result.tests[0].message, "");
    }
}

TEST_F(Schedules, a_deadlock_is_the_explorers_finding_and_no_standstill) {
    const Result result = graded(kDeadlock);
    EXPECT_EQ(to_string(result.verdict), "deadlock") << result.message << result.details;
    EXPECT_TRUE(holds(result.table, "lock")) << result.table;
}

TEST_F(Schedules, unwritten_code_is_todo_in_an_exploration_too) {
    const Result result = graded(kTodo);
    EXPECT_EQ(to_string(result.verdict), "todo") << result.message << result.details;
    EXPECT_TRUE(holds(result.message, "count one")) << result.message;
}

TEST_F(Schedules, the_same_test_runs_once_under_another_engine) {
    course_.lessons[0].exercises[0].checks = {EngineKind::native};
    const Result result = graded(kRight);
    EXPECT_EQ(to_string(result.verdict), "passed") << result.message << result.details;
    EXPECT_EQ(result.executions, 1);
    EXPECT_EQ(result.tests.size(), 3u);
}

TEST_F(Schedules, explore_names_each_test_and_replays_a_token) {
    scratch_.write("exercises/01_two/count.cpp", kRace);
    ExploreOptions options;
    options.name = "count";
    options.html = scratch_.path() / "page.html";
    const std::string all = explored(options, kNotPassed);
    EXPECT_TRUE(holds(all, "nothing is counted\n  passed: ")) << all;
    EXPECT_TRUE(holds(all, "two threads count to two\n  data_race: ")) << all;
    EXPECT_TRUE(scratch_.has("page.html"));

    const std::size_t begin = all.find("replay token: ") + 14;
    options.schedule = all.substr(begin, all.find('\n', begin) - begin);
    const std::string one = explored(options, kNotPassed);
    EXPECT_FALSE(holds(one, "nothing is counted")) << one;
    EXPECT_TRUE(holds(one, "two threads count to two\n  data_race: replay")) << one;
}

TEST_F(Schedules, a_token_of_nothing_is_one_sentence) {
    ExploreOptions options;
    options.name = "count";
    for (const char* token : {"nonsense", "3:abc/", "0:abc/", "1:00000000/", "1:/1>", ":"}) {
        options.schedule = token;
        const std::string sentence = sentence_of([&] { explore(course_, options); }, kBadUsage);
        EXPECT_TRUE(holds(sentence, "\"")) << token;
        EXPECT_EQ(std::ranges::count(sentence, '\n'), 0) << sentence;
    }
}

TEST(ExploredTests, are_found_with_every_macro) {
    const std::string source =
        "INTERLEAVE_TEST(Count, all) {\n}\nINTERLEAVE_TEST_SPURIOUS(Count, woken) {\n}\n"
        "INTERLEAVE_TEST_BOUNDED(Count, few, 3) {\n}\nTEST(Count, plain) {\n}\n";
    const TestSource test = test_source(source);
    EXPECT_EQ(test.explored, (std::vector<std::string>{"Count.all", "Count.woken", "Count.few"}));
    EXPECT_EQ(test.tests.size(), 4u);
}

TEST_F(Schedules, a_brace_that_is_never_closed_is_looked_for_in_the_file_that_lacks_it) {
    std::string text = kRight;
    text.erase(text.rfind('}'));
    const Result result = graded(text);
    EXPECT_EQ(to_string(result.verdict), "compile_error");
    EXPECT_EQ(result.file, "exercises/01_two/count.cpp");
    EXPECT_TRUE(holds(result.details, "exercises/01_two/count.cpp")) << result.details;
    EXPECT_FALSE(holds(result.details, "tests/01_two")) << result.details;
}

TEST_F(Schedules, with_clang_a_forgotten_return_is_an_error_with_a_line) {
    GradeRequest request;
    request.toolchain = "clang";
    scratch_.write("exercises/01_two/count.cpp",
                   kRight + "inline int sum(int a, int b) {\n    a + b;\n}\n");
    const Result result = grade(course_, course_.exercise("count"), request);
    EXPECT_EQ(to_string(result.verdict), "compile_error") << result.message;
    EXPECT_EQ(result.file, "exercises/01_two/count.cpp");
    EXPECT_TRUE(holds(result.message, "does not return a value")) << result.message;
}

TEST_F(Schedules, what_only_the_test_misses_is_said_of_the_test) {
    const Result result = graded("#include <fearless/todo.hpp>\ninline void count() {}\n");
    EXPECT_EQ(to_string(result.verdict), "compile_error");
    EXPECT_TRUE(holds(result.details, "tests/01_two/count.cpp")) << result.details;
}

TEST(ExploredTests, are_tests_and_are_cut_like_them) {
    const std::string source(kTest);
    const TestSource test = test_source(source);
    EXPECT_EQ(test.explored, (std::vector<std::string>{"Count.nothing_is_counted",
                                                       "Count.two_threads_count_to_two"}));
    EXPECT_EQ(test.tests.size(), 3u);
    const auto pieces = pieces_of(test_source(source + source, "count.cpp"), 2);
    ASSERT_EQ(pieces.size(), 2u);
    for (const std::string& piece : pieces) EXPECT_TRUE(holds(piece, "TEST(Count")) << piece;
    EXPECT_TRUE(holds(pieces[0], "int test_piece_0 =") && holds(pieces[1], "int test_piece_1 ="));
    EXPECT_TRUE(meddling_with_tests("#define INTERLEAVE_TEST TEST\n", source));
}

TEST(Tests, are_left_out_behind_the_last_that_is_judged) {
    const TestSource source = test_source(
        "TEST(A, plain) {\n}\nint helper();\nTEST(B, other) {\n}\nTEST(A, late) {\n}\n"
        "INTERLEAVE_TEST(A, explored) {\n}\nINTERLEAVE_TEST(A, more) {\n}\n");
    const auto left = [&](const char* last, bool explores) {
        return tests_until(source, last, explores).tests;
    };
    using Names = std::vector<std::string>;
    EXPECT_EQ(left("A.explored", true), (Names{"A.explored"})) << "the explored ones come first";
    EXPECT_EQ(left("A.plain", true), (Names{"A.plain", "A.explored", "A.more"}));
    EXPECT_EQ(left("A.late", false), (Names{"A.plain", "A.late"})) << "suite by suite";
    EXPECT_EQ(left("B.other", false), source.tests) << "the last suite";
    EXPECT_EQ(left("A.unknown", true), source.tests);
    const std::string text = tests_until(source, "A.plain", false).text;
    EXPECT_EQ(std::ranges::count(text, '\n'), std::ranges::count(source.text, '\n'));
    EXPECT_TRUE(holds(text, "int helper();"));
}

}  // namespace
}  // namespace course
