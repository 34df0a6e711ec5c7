#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "course/grading/demo_output.hpp"
#include "course/model/regions.hpp"
#include "course/selfcheck/command.hpp"
#include "course/selfcheck/console.hpp"
#include "course/selfcheck/expectation.hpp"
#include "course/selfcheck/job.hpp"
#include "course/selfcheck/page.hpp"
#include "course/selfcheck/plan.hpp"
#include "system/error.hpp"

using namespace course;
using namespace sys;
using namespace course::checking;

namespace fs = std::filesystem;

namespace {

class Folder {
  public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "selfcheck.XXXXXX").string();
        path_ = mkdtemp(name.data());
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    const fs::path& path() const { return path_; }
    void put(const std::string& name, const std::string& text) const {
        fs::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name) << text;
    }

  private:
    fs::path path_;
};

TEST(Regions, hold_what_stands_between_their_markers_without_the_shared_indentation) {
    auto regions = regions_of("a\n    // [one]\n    b\n      c\n    // [one]\nd\n");
    EXPECT_EQ(regions.inside.at("one"), (std::vector<std::string>{"b", "  c"}));
    EXPECT_EQ(regions.outside, (std::vector<std::string>{"a", "// [one]", "// [one]", "d"}));
    EXPECT_TRUE(regions.faults.empty());
}

TEST(Regions, may_nest_and_leave_inner_markers_out) {
    auto regions = regions_of("// [outer]\na\n// [inner]\nb\n// [inner]\nc\n// [outer]\n");
    EXPECT_EQ(regions.inside.at("outer"), (std::vector<std::string>{"a", "b", "c"}));
    EXPECT_EQ(regions.inside.at("inner"), (std::vector<std::string>{"b"}));
    EXPECT_EQ(regions.outside, (std::vector<std::string>{"// [outer]", "// [outer]"}));
}

TEST(Regions, that_are_open_or_overlap_or_share_a_name_are_faults) {
    EXPECT_EQ(regions_of("// [a]\n").faults.size(), 1u);
    EXPECT_EQ(regions_of("// [a]\n// [a]\n// [a]\n// [a]\n").faults.size(), 1u);
    EXPECT_FALSE(regions_of("// [a]\n// [b]\n// [a]\n// [b]\n").faults.empty());
}

TEST(Regions, are_known_by_the_lines_of_their_markers) {
    const auto regions = regions_of("a\n// [one]\nb\n// [two]\n// [two]\n// [one]\n// [open]\n");
    ASSERT_EQ(regions.places.size(), 2u);
    EXPECT_EQ(regions.places.at("one").open, 1u);
    EXPECT_EQ(regions.places.at("one").close, 5u);
    EXPECT_EQ(regions.places.at("two").close, 4u);
}

TEST(Regions, are_not_opened_by_text_that_only_looks_alike) {
    EXPECT_TRUE(regions_of("x = 1;  // [a]\n// [two words]\n// see [a]\n").inside.empty());
}

Demo demo_with(Demo::Output output) {
    Demo demo;
    demo.output = output;
    return demo;
}

TEST(AllowedOutput, exact_means_the_same_lines) {
    auto demo = demo_with(Demo::Output::exact);
    EXPECT_EQ(disallowed(demo, "a\nb\n", "a\nb\n"), "");
    EXPECT_EQ(disallowed(demo, "a\nb\n", "a\nc\n"), "line 2: expected `b`, came `c`");
    EXPECT_EQ(disallowed(demo, "a\nb\n", "a\n"), "line 2: expected `b`, came the end");
    EXPECT_NE(disallowed(demo, "a\n", "a\nb\n"), "");
}

TEST(AllowedOutput, any_order_counts_lines_but_not_their_places) {
    auto demo = demo_with(Demo::Output::any_order);
    EXPECT_EQ(disallowed(demo, "a\nb\nb\n", "b\na\nb\n"), "");
    EXPECT_NE(disallowed(demo, "a\nb\nb\n", "b\na\na\n"), "");
    EXPECT_NE(disallowed(demo, "a\nb\n", "a\n"), "");
}

Demo two_streams() {
    auto demo = demo_with(Demo::Output::interleaved);
    demo.streams = {"main", "thread"};
    return demo;
}

TEST(AllowedOutput, interleaved_streams_keep_their_order_only_among_themselves) {
    auto demo = two_streams();
    EXPECT_EQ(disallowed(demo, "main 1\nmain 2\nthread 1\n", "thread 1\nmain 1\nmain 2\n"), "");
    EXPECT_EQ(disallowed(demo, "main 1\nmain 2\n", "main 2\nmain 1\n"),
              "of the lines that begin with `main`, line 1: expected `main 1`, came `main 2`");
    EXPECT_NE(disallowed(demo, "main 1\nthread 1\n", "main 1\n"), "");
    EXPECT_NE(disallowed(demo, "main 1\nthread 1\n", "main 1\nthread 1\nthread 2\n"), "");
}

TEST(AllowedOutput, a_line_of_no_stream_keeps_its_place) {
    auto demo = two_streams();
    const char* captured = "start\nmain 1\nthread 1\nall joined\n";
    EXPECT_EQ(disallowed(demo, captured, "start\nthread 1\nmain 1\nall joined\n"), "");
    EXPECT_NE(disallowed(demo, captured, "start\nmain 1\nall joined\nthread 1\n"), "");
    EXPECT_NE(disallowed(demo, captured, "start\nmain 1\nthread 1\n"), "");
    EXPECT_NE(disallowed(demo, captured, "start\nmain 1\nthread 1\nall lost\n"), "");
}

TEST(AllowedOutput, a_stream_may_lose_its_tail_where_the_manifest_says_so) {
    auto demo = two_streams();
    demo.may_lose_tail = {"thread"};
    const char* captured = "main 1\nthread 1\nthread 2\n";
    EXPECT_EQ(disallowed(demo, captured, "main 1\nthread 1\n"), "");
    EXPECT_EQ(disallowed(demo, captured, "thread 1\nmain 1\nthread 2\nthread 3\n"), "");
    EXPECT_EQ(disallowed(demo, captured, "main 1\n"), "");
    EXPECT_NE(disallowed(demo, captured, "main 1\nthread 2\n"), "");
    EXPECT_NE(disallowed(demo, captured, "thread 1\nthread 2\n"), "");
}

TEST(AllowedOutput, the_longest_stream_takes_a_line) {
    auto demo = demo_with(Demo::Output::interleaved);
    demo.streams = {"worker 1", "worker 10"};
    EXPECT_EQ(disallowed(demo, "worker 1 a\nworker 10 a\n", "worker 10 a\nworker 1 a\n"), "");
}

TEST(AllowedOutput, a_captured_output_shows_every_stream) {
    auto demo = two_streams();
    EXPECT_EQ(unusable(demo, "main 1\nthread 1\n"), "");
    EXPECT_NE(unusable(demo, "main 1\n"), "");
    demo.may_lose_tail = {"nobody"};
    EXPECT_NE(unusable(demo, "main 1\nthread 1\n"), "");
    auto exact = demo_with(Demo::Output::exact);
    exact.streams = {"main"};
    EXPECT_NE(unusable(exact, "main 1\n"), "");
}

TEST(ComparableOutput, of_a_report_is_its_headline_without_process_and_addresses) {
    auto demo = demo_with(Demo::Output::exact);
    const std::string report =
        "before\n"
        "=================================================================\n"
        "==4711==ERROR: AddressSanitizer: stack-use-after-return on address 0x7f0 at pc 0x1\n"
        "READ of size 4 at 0x7f0 thread T1\n"
        "    #0 0x1 in main demo.cpp:3\n"
        "==4711==ABORTING\n";
    EXPECT_EQ(comparable(demo, report), report) << "a native demo is compared as it is";
    demo.engine = EngineKind::address;
    EXPECT_EQ(comparable(demo, report),
              "before\nERROR: AddressSanitizer: stack-use-after-return\n");
}

TEST(ComparableOutput, keeps_what_the_program_prints_after_a_race) {
    auto demo = demo_with(Demo::Output::exact);
    demo.engine = EngineKind::thread;
    EXPECT_EQ(comparable(demo,
                         "==================\n"
                         "WARNING: ThreadSanitizer: data race (pid=12)\n"
                         "  Write of size 4 at 0x55 by thread T1:\n"
                         "==================\n"
                         "after\n"
                         "==================\n"
                         "WARNING: ThreadSanitizer: data race (pid=12)\n"
                         "==================\n"
                         "ThreadSanitizer: reported 2 warnings\n"),
              "after\nWARNING: ThreadSanitizer: data race\n");
}

TEST(Pages, tell_where_each_block_comes_from) {
    auto page = parse_page("README.md",
                           "# Title\n"
                           "<!-- quote: demos/a.cpp#one -->\n```cpp\nint a;\n```\n"
                           "<!-- output: a -->\n```text\n1\n\n2\n```\n"
                           "Text.\n```text\n# no heading, no [link](nowhere)\n```\n");
    ASSERT_EQ(page.fences.size(), 3u);
    EXPECT_EQ(page.fences[0].marker, "quote");
    EXPECT_EQ(page.fences[0].argument, "demos/a.cpp#one");
    EXPECT_EQ(page.fences[0].language, "cpp");
    EXPECT_EQ(page.fences[0].line, 3u);
    EXPECT_EQ(page.fences[1].argument, "a");
    EXPECT_EQ(page.fences[1].text, (std::vector<std::string>{"1", "", "2"}));
    EXPECT_EQ(page.fences[2].marker, "");
    EXPECT_EQ(page.headings.size(), 1u);
    EXPECT_TRUE(page.links.empty());
}

TEST(Pages, say_how_long_a_lesson_takes) {
    EXPECT_EQ(minutes_on(parse_page("a.md", "# A\nAbout 90 minutes with the exercises.\n")), 90);
    EXPECT_EQ(minutes_on(parse_page("a.md", "About fog.\n\n90 minutes: 10 for it.\n")),
              std::nullopt);
}

TEST(Pages, list_links_but_not_those_in_code) {
    auto page = parse_page("a.md", "See [one](one.md#part), `[no](no.md)` and ![two](two.svg).\n");
    ASSERT_EQ(page.links.size(), 2u);
    EXPECT_EQ(page.links[0].target, "one.md#part");
    EXPECT_EQ(page.links[1].target, "two.svg");
}

TEST(Pages, anchors_are_those_of_code_hosts) {
    EXPECT_EQ(anchor_of("What is a `std::thread`?"), "what-is-a-stdthread");
    EXPECT_EQ(anchor_of("Step 1: hello, thread"), "step-1-hello-thread");
}

TEST(Pages, are_quoted_anew_from_files_regions_and_outputs) {
    Folder folder;
    folder.put("lessons/01/demos/a.cpp", "// [one]\nint b;\n// [one]\n");
    folder.put("lessons/01/demos/a.out", "7\n");
    folder.put("exercises/x.cpp", "changed by the learner\n");
    folder.put("shipped/x.cpp", "as shipped\n");
    Sources sources{folder.path(), folder.path() / "lessons/01", folder.path() / "shipped"};
    const std::string text =
        "<!-- quote: demos/a.cpp#one -->\n```cpp\nint a;\nint c;\n```\nkept\n"
        "<!-- output: a -->\n```text\n```\n"
        "<!-- quote: ../../exercises/x.cpp -->\n```cpp\n?\n```\n"
        "<!-- drawing -->\n```text\n->\n```\n";
    EXPECT_EQ(requoted(parse_page("README.md", text), sources),
              "<!-- quote: demos/a.cpp#one -->\n```cpp\nint b;\n```\nkept\n"
              "<!-- output: a -->\n```text\n7\n```\n"
              "<!-- quote: ../../exercises/x.cpp -->\n```cpp\nas shipped\n```\n"
              "<!-- drawing -->\n```text\n->\n```\n");
    auto unknown = parse_page("README.md", "<!-- quote: demos/a.cpp#two -->\n```cpp\n```\n");
    EXPECT_THROW(requoted(unknown, sources), Error);
}

TEST(Expectation, asks_for_each_compiler_or_each_engine) {
    auto plain = read_expectation("f.hpp", "// why: it is right\n", false);
    EXPECT_FALSE(plain.each_compiler || plain.each_engine);
    auto each =
        read_expectation("f.hpp", "// compilers: each\n// engines: each\n// why: so\n", false);
    EXPECT_TRUE(each.each_compiler && each.each_engine);
    EXPECT_THROW(read_expectation("f.hpp", "// compilers: gcc\n// why: so\n", false), Error);
    EXPECT_THROW(read_expectation("f.hpp", "// engines:\n// why: so\n", false), Error);
}

TEST(Expectations, are_read_from_the_first_comment_lines) {
    auto expected = read_expectation(
        "x.cpp",
        "// verdict: deadlock\n// test: A.b\n// says: two: words\n// why: because\nint a;\n", true);
    EXPECT_EQ(expected.verdict, Verdict::deadlock);
    EXPECT_EQ(expected.test, "A.b");
    EXPECT_EQ(expected.says, "two: words");
    EXPECT_EQ(expected.why, "because");
}

TEST(Expectations, end_where_the_first_region_begins) {
    const auto expected = read_expectation(
        "a.hpp", "// verdict: crash\n// why: so\n// [a]\n// why: not\n// [a]\n", true);
    EXPECT_EQ(expected.why, "so");
}

TEST(Expectations, must_be_complete) {
    EXPECT_THROW(read_expectation("x.cpp", "// why: because\n", true), Error);
    EXPECT_THROW(read_expectation("x.cpp", "// verdict: crash\n", true), Error);
    EXPECT_THROW(read_expectation("x.cpp", "// verdict: wrong\n// why: because\n", true), Error);
    EXPECT_THROW(read_expectation("x.cpp", "// verdict: passed\n// why: because\n", true), Error);
    EXPECT_THROW(read_expectation("x.cpp", "// verdict: crash\n// why: because\n", false), Error);
    EXPECT_THROW(read_expectation("x.cpp", "int a;\n// why: because\n", false), Error);
}

TEST(Expectations, are_met_by_the_verdict_the_failing_test_and_the_words) {
    Result result;
    result.verdict = Verdict::wrong_result;
    result.message = "A promise is not kept.";
    result.details = "came back early";
    result.tests = {{"A.a", "passed", ""}, {"A.b", "failed", "early"}, {"A.c", "not_run", ""}};
    Expectation expected;
    expected.verdict = Verdict::wrong_result;
    expected.test = "A.b";
    expected.says = "came back";
    EXPECT_TRUE(compare(expected, result).empty());
    for (const char* test : {"A.a", "A.c", "A.d"}) {
        expected.test = test;
        EXPECT_EQ(compare(expected, result).size(), 1u) << test;
    }
    expected.says = "came late";
    EXPECT_EQ(compare(expected, result).size(), 2u);
    expected.verdict = Verdict::deadlock;
    auto problems = compare(expected, result);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_TRUE(problems[0].starts_with("expected deadlock, came wrong_result"));
    EXPECT_NE(problems[0].find("came back early"), std::string::npos) << "shown whole";
}

class Order : public Reporter {
  public:
    void started(const Job& job) override { names.push_back(job.name); }
    void ended(const Job&, const Problems& problems, double) override {
        for (const auto& problem : problems) all_problems.push_back(problem);
    }
    void more(std::size_t jobs) override { added += jobs; }

    std::vector<std::string> names;
    Problems all_problems;
    std::size_t added = 0;
};

Job job_that_passes(const std::string& name) {
    return {name, "again", [] { return Problems{}; }};
}

const auto never = [] { return false; };

TEST(Workers, take_unknown_jobs_first_and_then_the_longest) {
    Order order;
    auto tally =
        run_jobs({job_that_passes("short"), job_that_passes("long"), job_that_passes("unknown")},
                 {.durations = {{"short", 1}, {"long", 2}}, .stopped = never}, order);
    EXPECT_EQ(order.names, (std::vector<std::string>{"unknown", "long", "short"}));
    EXPECT_EQ(tally.passed, 3u);
}

TEST(Workers, count_problems_and_exceptions_as_failures) {
    Order order;
    auto tally = run_jobs({job_that_passes("a"),
                           {"b", "again", [] { return Problems{"wrong"}; }},
                           {"c", "again", []() -> Problems { throw Error(kBadUsage, "odd"); }}},
                          {.workers = 3, .stopped = never}, order);
    EXPECT_EQ(tally.passed, 1u);
    EXPECT_EQ(tally.failed, 2u);
    std::ranges::sort(order.all_problems);
    EXPECT_EQ(order.all_problems, (Problems{"odd", "wrong"}));
}

TEST(Workers, run_what_a_job_makes_known_only_if_it_passed) {
    auto then = [] { return std::vector<Job>{job_that_passes("x"), job_that_passes("y")}; };
    auto good = job_that_passes("good");
    good.then = then;
    Job bad{"bad", "again", [] { return Problems{"wrong"}; }, then};
    Order order;
    auto tally = run_jobs({good, bad}, {.workers = 2, .stopped = never}, order);
    EXPECT_EQ(tally.passed, 3u);
    EXPECT_EQ(tally.failed, 1u);
    EXPECT_EQ(order.added, 2u);
}

TEST(Workers, start_nothing_more_once_they_are_stopped) {
    std::atomic<bool> stop = false;
    Order order;
    std::vector<Job> jobs(3, job_that_passes("later"));
    jobs.push_back({"stops", "again", [&] {
                        stop = true;
                        return Problems{};
                    }});
    auto tally = run_jobs(
        jobs, {.durations = {{"later", 1}}, .stopped = [&] { return stop.load(); }}, order);
    EXPECT_EQ(order.names, (std::vector<std::string>{"stops"}));
    EXPECT_EQ(tally.passed + tally.failed, 0u);
    EXPECT_EQ(tally.not_run, 4u);
}

TEST(Workers, work_at_the_same_time) {
    std::atomic<int> arrived = 0;
    auto meet = [&] {
        ++arrived;
        arrived.notify_all();
        for (int seen = arrived; seen < 2; seen = arrived) arrived.wait(seen);
        return Problems{};
    };
    Order order;
    auto tally =
        run_jobs({{"a", "", meet}, {"b", "", meet}}, {.workers = 2, .stopped = never}, order);
    EXPECT_EQ(tally.passed, 2u);
}

TEST(Workers, leave_out_what_is_spare_once_the_time_is_over) {
    Order order;
    auto spare = job_that_passes("spare"), waits = job_that_passes("waits");
    spare.priority = kSpare;
    waits.work = [] {
        const auto start = std::chrono::steady_clock::now();
        while (std::chrono::steady_clock::now() == start) std::this_thread::yield();
        return Problems{};
    };
    auto tally = run_jobs({spare, waits, job_that_passes("due")},
                          {.budget_seconds = 1e-12, .stopped = never}, order);
    EXPECT_EQ(tally.passed, 2u);
    EXPECT_EQ(tally.skipped, std::vector<std::string>{"spare"});
    EXPECT_EQ(tally.not_run, 0u);

    tally = run_jobs({spare}, {.budget_seconds = 3600, .stopped = never}, order);
    EXPECT_EQ(tally.passed, 1u) << "there is time";
}

TEST(Workers, take_what_others_come_after_first) {
    Order order;
    auto first = job_that_passes("first");
    first.priority = kFirst;
    run_jobs({job_that_passes("unknown"), first}, {.durations = {{"first", 1}}, .stopped = never},
             order);
    EXPECT_EQ(order.names, (std::vector<std::string>{"first", "unknown"}));
}

TEST(Workers, charge_each_part_with_what_its_jobs_took) {
    auto busy = job_that_passes("busy"), idle = job_that_passes("idle"),
         starts = job_that_passes("starts");
    busy.part = "01_one";
    busy.work = [] {
        volatile unsigned count = 0;
        while (count < 50'000'000) count = count + 1;
        return Problems{};
    };
    starts.part = "02_two";
    starts.work = [] {
        return run_command({"sh", "-c", "i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done"}, ".");
    };
    Order order;
    auto tally = run_jobs({busy, idle, starts}, {.workers = 3, .stopped = never}, order);
    EXPECT_GT(tally.parts.at("01_one"), 10 * tally.parts.at(""));
    EXPECT_GT(tally.parts.at("02_two"), 10 * tally.parts.at(""));
}

TEST(Durations, are_kept_from_run_to_run) {
    Folder folder;
    auto file = folder.path() / "build" / "durations";
    EXPECT_TRUE(load_durations(file).empty());
    save_durations(file, {{"a job (gcc)", 1.5}, {"b", 2}});
    save_durations(file, {{"b", 3}});
    EXPECT_EQ(load_durations(file),
              (std::map<std::string, double>{{"a job (gcc)", 1.5}, {"b", 3}}));
}

std::string shown_by(std::size_t width) {
    char* text = nullptr;
    std::size_t size = 0;
    std::FILE* out = open_memstream(&text, &size);
    Console console(out, 2, width);
    Job good = job_that_passes("good"), bad = job_that_passes("bad");
    console.started(good);
    console.ended(good, {}, 1);
    console.ended(bad, {"expected this\nthat"}, 2);
    Tally tally;
    tally.passed = tally.failed = 1;
    console.finished(tally);
    std::fclose(out);
    std::string shown(text, size);
    free(text);
    return shown;
}

TEST(Console, prints_plain_lines_where_there_is_no_terminal) {
    EXPECT_EQ(shown_by(0),
              "passed  good (1.0 s)\n"
              "FAILED  bad (2.0 s)\n"
              "    expected this\n"
              "    that\n"
              "    again: again\n"
              "1 passed, 1 failed\n");
}

TEST(Console, rewrites_one_line_on_a_terminal_and_never_wraps_it) {
    auto text = shown_by(12);
    EXPECT_NE(text.find("\r\033[K0/2, 0 fail"), std::string::npos) << text;
    EXPECT_EQ(text.find("0/2, 0 failed"), std::string::npos) << "wider than the terminal";
    EXPECT_NE(text.find("    expected this\n    that\n"), std::string::npos) << text;
    EXPECT_TRUE(text.ends_with("\r\033[K1 passed, 1 failed\n")) << text;
}

struct SmallCourse {
    SmallCourse() {
        Exercise exercise;
        exercise.lesson = "01_one";
        exercise.name = "loaf";
        exercise.files = {"fearless/loaf.hpp"};
        exercise.hints = {"a", "b", "c"};
        Lesson lesson;
        lesson.id = "01_one";
        lesson.exercises = {exercise};
        course.root = folder.path();
        course.lessons = {lesson};
        folder.put("exercises/fearless/loaf.hpp", "a\n// [x]\nstub\n// [x]\n");
        folder.put("solutions/fearless/loaf.hpp", "a\n// [x]\nbread\n// [x]\n");
    }

    Problems problems_of(void (*add)(const Plan&, Jobs&)) const {
        Plan plan{.course = course};
        plan.lessons = {&course.lessons[0]};
        plan.toolchains = {"gcc"};
        plan.exercises = folder.path() / "exercises";
        plan.scratch = folder.path() / "build";
        Jobs jobs;
        add(plan, jobs);
        Order order;
        run_jobs(jobs, {.stopped = never}, order);
        return order.all_problems;
    }

    Folder folder;
    Course course;
};

TEST(Trees, may_differ_in_marked_regions_only) {
    SmallCourse small;
    EXPECT_EQ(small.problems_of(add_tree_jobs), Problems{});
    small.folder.put("solutions/fearless/loaf.hpp", "b\n// [x]\nbread\n// [x]\n");
    EXPECT_EQ(small.problems_of(add_tree_jobs).size(), 1u);
    small.folder.put("solutions/fearless/loaf.hpp", "a\n// [x]\nstub\n// [x]\n");
    EXPECT_EQ(small.problems_of(add_tree_jobs).size(), 1u) << "nothing is left to write";
}

TEST(Trees, hold_the_same_files) {
    SmallCourse small;
    small.folder.put("solutions/fearless/more.hpp", "");
    small.folder.put("exercises/fearless/other.hpp", "");
    EXPECT_EQ(small.problems_of(add_tree_jobs).size(), 2u);
}

TEST(Headers, show_a_use_that_compiles) {
    SmallCourse small;
    const auto problems_with = [&](const std::string& use) {
        const std::string text = "// Bread.\n//\n" + use +
                                 "// Promises\n//     None.\n#pragma once\n"
                                 "inline int slices() { return 2; }\n";
        small.folder.put("exercises/fearless/loaf.hpp", text);
        small.folder.put("solutions/fearless/loaf.hpp", text);
        return small.problems_of(add_header_jobs);
    };
    EXPECT_EQ(problems_with("//     std::cout << slices();\n//\n"), Problems{});
    EXPECT_EQ(problems_with(""), Problems{"solutions/fearless/loaf.hpp shows no use of it"});
    const Problems wrong = problems_with("//     std::cout << slice();\n//\n");
    ASSERT_FALSE(wrong.empty());
    EXPECT_NE(wrong[0].find("example of loaf"), std::string::npos) << wrong[0];
}

TEST(Manifests, need_a_test_five_wrong_and_two_right_submissions_for_each_exercise) {
    SmallCourse small;
    EXPECT_EQ(small.problems_of(add_manifest_jobs).size(), 3u);
    small.folder.put("tests/01_one/loaf.cpp", "");
    for (const char* name : {"1", "2", "3", "4", "5"}) {
        small.folder.put(std::string("tests/01_one/rejects/loaf/") + name + ".hpp",
                         "// verdict: crash\n// why: because\n// whole: another design\n");
    }
    for (const char* name : {"1", "2"}) {
        small.folder.put(std::string("tests/01_one/accepts/loaf/") + name + ".hpp",
                         "// why: because\n// whole: another design\n");
    }
    EXPECT_EQ(small.problems_of(add_manifest_jobs), Problems{});
    small.folder.put("tests/01_one/rejects/bread/1.hpp", "// verdict: crash\n// why: because\n");
    small.folder.put("exercises/01_one/left_over.cpp", "");
    EXPECT_EQ(small.problems_of(add_manifest_jobs).size(), 2u);
}

TEST(Manifests, have_submissions_that_say_what_differs) {
    SmallCourse small;
    const std::string file = small.course.lessons[0].exercises[0].files.front();
    small.folder.put("solutions/" + file, "// [a]\n1\n// [a]\n// [b]\n2\n// [b]\n");
    const std::string name = "tests/01_one/rejects/loaf/1.hpp";
    const auto problems_with = [&](const std::string& text) {
        small.folder.put(name, "// verdict: crash\n// why: because\n" + text);
        Problems problems = small.problems_of(add_manifest_jobs);
        std::erase_if(problems,
                      [&](const std::string& problem) { return !problem.starts_with(name); });
        return problems;
    };
    EXPECT_EQ(problems_with("// [a]\n3\n// [a]\n"), Problems{});
    EXPECT_EQ(problems_with("// [c]\n3\n// [c]\n"),
              Problems{name + ": solutions/" + file + " has no region [c]; it has a and b."});
    EXPECT_EQ(problems_with("// [a]\n3\n// [a]\n// [b]\n2\n// [b]\n"),
              Problems{name + ": region [b] is as in solutions/" + file + ", so it says nothing"});
    EXPECT_EQ(problems_with("// whole: another design\nint loaf;\n"), Problems{});
    const Problems whole = problems_with("int loaf;\n");
    ASSERT_EQ(whole.size(), 1u);
    EXPECT_TRUE(whole[0].starts_with(name + " is a whole file")) << whole[0];
}

TEST(Manifests, let_the_program_decide_a_quiz_question) {
    SmallCourse small;
    small.folder.put("lessons/01_one/demos/hello.out", "hello\n");
    QuizQuestion question{"What?", "hello", {"hello", "bye"}, -1, "because"};
    auto problems_with = [&](std::vector<std::string> choices) {
        question.choices = std::move(choices);
        small.course.lessons[0].quiz = {question};
        return std::ranges::count_if(small.problems_of(add_manifest_jobs), [](const auto& problem) {
            return problem.starts_with("quiz question");
        });
    };
    EXPECT_EQ(problems_with({"hello", "bye"}), 0);
    EXPECT_EQ(problems_with({"hallo", "bye"}), 1);
    EXPECT_EQ(problems_with({"hello", "hello"}), 2) << "the same twice, and both are right";
}

TEST(Format, sees_white_space_that_no_one_else_does) {
    SmallCourse small;
    small.folder.put("a.cpp", "int a;\tint b; \n");
    small.folder.put("b.md", "no end of line");
    small.folder.put("c.txt", "carriage return\r\n");
    small.folder.put("d.out", "as printed \n");
    auto problems = small.problems_of(add_format_jobs);
    auto about = [&](const std::string& start) {
        return std::ranges::count_if(problems,
                                     [&](const auto& text) { return text.starts_with(start); });
    };
    EXPECT_EQ(about("a.cpp: "), 2);
    EXPECT_EQ(about("b.md: "), 1);
    EXPECT_EQ(about("c.txt: "), 1);
    EXPECT_EQ(about("d.out: "), 0);
}

TEST(Format, looks_at_an_overlay_as_it_is_graded) {
    SmallCourse small;
    small.folder.put(".clang-format", "BasedOnStyle: Google\nIndentWidth: 4\n");
    small.folder.put("exercises/fearless/loaf.hpp", "inline int loaf();\n");
    small.folder.put(
        "solutions/fearless/loaf.hpp",
        "#include <list>\n\ninline int loaf() {\n    // [a]\n    return 1;\n    // [a]\n}\n");
    const auto problems_with = [&](const std::string& line) {
        small.folder.put(
            "tests/01_one/accepts/loaf/1.hpp",
            "// why: so\n\n#include <vector>\n\n    // [a]\n" + line + "\n    // [a]\n");
        return small.problems_of(add_format_jobs);
    };
    EXPECT_EQ(problems_with("    return 2;"), Problems{});
    const Problems problems = problems_with("    return  2;");
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_NE(problems[0].find("tests/01_one/accepts/loaf/1.hpp:6:"), std::string::npos)
        << problems[0];
}

}  // namespace
