#include "interleave/report/table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "samples.hpp"
#include "text/columns.hpp"

namespace interleave {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

std::string without_colours(std::string text) {
    for (std::size_t at = text.find("\x1b["); at != std::string::npos; at = text.find("\x1b[")) {
        text.erase(at, text.find('m', at) - at + 1);
    }
    return text;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

// Paths in a table are relative to the working directory.
class Table : public testing::Test {
  protected:
    void SetUp() override { std::filesystem::current_path(SAMPLES_DIR); }
};

TEST_F(Table, a_deadlock_reads_like_a_story) {
    EXPECT_EQ(to_table(samples::deadlock()),
              R"(Deadlock: main and thread 1 wait for each other's mutex, for ever.

  step │ main            │ thread 1        │ transfer.cpp
───────┼─────────────────┼─────────────────┼────────────────────────────────────
     0 │ start thread 1  │                 │ 24  std::thread other([] { to_firs…
     1 │ lock a          │                 │ 10  std::lock_guard from(a);
»    2 │ (holds a)       │ lock b          │ 17  std::lock_guard from(b);
     3 │ (holds a)       │ lock a: blocked │ 18  std::lock_guard to(a);
       │                 │                 │     └ waits for a, held by main
 ✗   4 │ lock b: blocked │ (waits for a)   │ 11  std::lock_guard to(b);
       │                 │                 │     └ waits for b, held by thread 1

The circle: main holds a, waits for b; thread 1 holds b, waits for a.

14 executions in 0.02 s (bounded, at most 2 preemptions; not exhaustive)
1 preemption (»); replay token: b2:0x3.1x2.0
)");
}

TEST_F(Table, a_lost_update_shows_every_value) {
    TableOptions options;
    options.ascii = true;
    EXPECT_EQ(to_table(samples::lost_update(), options),
              R"(The assertion counter.load() == 2 failed: 1 == 2.

  step | main            | thread 1        | thread 2        | counter.cpp
-------+-----------------+-----------------+-----------------+------------------
     0 | start thread 1  |                 |                 | 14  std::thread ~
     1 | start thread 2  |                 |                 | 15  std::thread ~
     2 |                 | load counter: 0 |                 |  9  const int ol~
>    3 |                 |                 | load counter: 0 |  9  const int ol~
     4 |                 |                 | store counter:  | 10  counter.stor~
       |                 |                 | 0 -> 1          |
     5 |                 | store counter:  |                 | 10  counter.stor~
       |                 | 1 -> 1          |                 |
     6 | join thread 1   |                 |                 | 16  one.join();
     7 | join thread 2   |                 |                 | 17  two.join();
 !   8 | load counter: 1 |                 |                 | 18  assert(count~

printed: adding
printed: adding
printed: counter.cpp:19: assertion failed

5 executions in 0.02 s (bounded, at most 2 preemptions; not exhaustive)
1 preemption (>); replay token: b1:0x2.1.2x2.1.0x3
)");
}

TEST_F(Table, a_passed_result_is_one_line) {
    Result result = samples::passed();
    EXPECT_EQ(to_table(result), "all 1,234 executions explored, none fails (dpor)\n");
    result.mode = "bounded";
    result.bound = 2;
    EXPECT_EQ(to_table(result),
              "all 1,234 executions with at most 2 preemptions explored, none fails (bounded)\n");
    result = samples::outcomes();
    result.outcomes.clear();
    EXPECT_EQ(to_table(result), "none of 10,000 executions fails (surw, seed 1; not exhaustive)\n");
    result.executions = 0;
    EXPECT_EQ(to_table(result), "no execution was run (surw, seed 1)\n");
}

TEST_F(Table, outcomes_are_a_small_table) {
    EXPECT_EQ(to_table(samples::outcomes()),
              R"(none of 10,000 executions fails (surw, seed 1; not exhaustive)

 value          │ times │ schedule
────────────────┼───────┼──────────
 r1 = 0, r2 = 1 │ 6,120 │ s1:00
 r1 = 1, r2 = 0 │ 3,878 │ s1:01
 r1 = 0, r2 = 0 │     2 │ s1:02
)");
}

TEST_F(Table, more_outcomes_than_lines_are_counted) {
    Result result = samples::outcomes();
    for (int i = 0; i < 100; ++i) result.outcomes.push_back({std::to_string(i), "t", 1});
    const std::vector<std::string> lines = lines_of(to_table(result));
    EXPECT_EQ(lines.size(), 23u);
    EXPECT_EQ(lines.back(), " and 85 more");
}

TEST_F(Table, never_wider_or_higher_than_the_terminal) {
    for (const auto& [name, result] : samples::all()) {
        for (const int width : {20, 40, 60, 80, 100, 200}) {
            for (const int height : {6, 10, 16, 24, 50}) {
                for (const bool ascii : {false, true}) {
                    SCOPED_TRACE(name + " " + std::to_string(width) + "x" + std::to_string(height));
                    const auto lines = lines_of(to_table(result, {width, height, false, ascii}));
                    EXPECT_LT(lines.size(), static_cast<std::size_t>(height));
                    for (const std::string& line : lines) {
                        EXPECT_LE(text::columns(line), width) << line;
                    }
                }
            }
        }
    }
}

TEST_F(Table, the_failing_step_is_shown_with_its_thread_and_source_in_a_lesson_s_terminal) {
    for (const auto& [name, result] : samples::all()) {
        const auto failing = std::ranges::find(result.events, true, &Event::failure);
        if (failing == result.events.end() || name == "nasty") continue;
        for (const int height : {12, 24}) {
            SCOPED_TRACE(name + " " + std::to_string(height));
            const auto lines = lines_of(to_table(result, {80, height}));
            const auto row =
                std::ranges::find_if(lines, [](const std::string& line) { return has(line, "✗"); });
            ASSERT_NE(row, lines.end());
            EXPECT_TRUE(has(*row, " " + std::to_string(failing->step) + " │")) << *row;
            EXPECT_TRUE(has(*row, failing->action)) << *row;
            EXPECT_TRUE(has(*row, std::to_string(failing->stack.back().line) + "  ")) << *row;
            const std::string thread = result.threads[0].id == failing->thread
                                           ? result.threads[0].name
                                           : "thread " + std::to_string(failing->thread);
            const bool named = std::ranges::any_of(lines, [&](const std::string& line) {
                return has(line, thread + " ") || name == "philosophers";
            });
            EXPECT_TRUE(named) << thread;
        }
    }
}

TEST_F(Table, hidden_steps_are_counted) {
    const auto lines = lines_of(to_table(samples::hundred()));
    int hidden = 0;
    int shown = 0;
    for (const std::string& line : lines) {
        if (has(line, "hidden")) hidden += std::stoi(line.substr(line.find("⋮") + 4));
        const std::string gutter = line.substr(0, line.find("│"));
        const bool row = has(line, "│") && gutter.find_first_of("0123456789") != std::string::npos;
        shown += row ? 1 : 0;
    }
    EXPECT_GT(hidden, 100);
    EXPECT_EQ(hidden + shown, 200);
}

TEST_F(Table, hidden_repetitions_count_as_steps) {
    const std::string table = to_table(samples::spinning(), {120, 9});
    EXPECT_TRUE(has(table, "⋮ 99 steps hidden")) << table;
}

TEST_F(Table, a_switch_long_before_the_end_stays) {
    Result result = samples::hundred();
    result.events[50].preempted = true;
    const std::string table = to_table(result);
    EXPECT_TRUE(has(table, "»   50 │ thread 26")) << table;
    EXPECT_TRUE(has(table, "    49 │ thread 25")) << table;
}

TEST_F(Table, the_steps_that_matter_stay) {
    for (const int height : {14, 24}) {
        const auto lines = lines_of(to_table(samples::hundred(), {80, height}));
        for (const char* part : {"thread 98 ", "thread 100 ", "196 │", "load a: 1", "197 │",
                                 "store b: -1 -> 0", "198 │", "load b: 0", "199 │"}) {
            const bool shown = std::ranges::any_of(
                lines, [&](const std::string& line) { return has(line, part); });
            EXPECT_TRUE(shown) << part << " at height " << height;
        }
    }
}

TEST_F(Table, of_many_threads_those_that_matter_have_columns) {
    EXPECT_TRUE(has(to_table(samples::hundred()), "│ thread 98 "));
    EXPECT_FALSE(has(to_table(samples::hundred()), "what it does"));
    EXPECT_TRUE(has(to_table(samples::philosophers()), "what it does")) << "nothing is hidden";
}

TEST_F(Table, twenty_thousand_steps_are_no_trouble) {
    Result result = samples::lost_update();
    const std::vector<Event> events = result.events;
    for (int i = 9; i < 20000; ++i) {
        Event event = events[static_cast<std::size_t>(i * i % 7)];
        event.step = i;
        event.value = std::to_string(i);
        result.events.push_back(event);
    }
    const std::string table = to_table(result);
    EXPECT_TRUE(has(table, " ✗ ")) << table;
    EXPECT_TRUE(has(table, "   1999")) << table;  // one of the last steps
}

TEST_F(Table, a_loop_is_there_once) {
    const std::string table = to_table(samples::spinning(), {120, 24});
    EXPECT_TRUE(has(table, "load ready: false ×57")) << table;
    EXPECT_TRUE(has(table, "load rounds: 0 .. 39")) << table;
    EXPECT_TRUE(has(table, "these 2 rows ×40")) << table;
    EXPECT_TRUE(has(table, "58 │ load ready: true")) << "the read that ends the loop\n" << table;
    EXPECT_FALSE(has(table, "hidden")) << table;
}

TEST_F(Table, a_race_names_its_places) {
    const std::string table = to_table(samples::race());
    EXPECT_TRUE(has(table, "write of 4 bytes by thread 2  hits.cpp:8  ++hits;")) << table;
    EXPECT_TRUE(has(table, "read of 4 bytes by thread 3   hits.cpp:8  ++hits;")) << table;
    EXPECT_TRUE(has(table, "seed 7")) << table;
}

// A schedule whose first step is in one file and all others in another one.
Result in_two_files(const std::string& first, const std::string& others) {
    Result result = samples::deadlock();
    for (Event& event : result.events) {
        for (Frame& frame : event.stack) {
            if (!frame.file.starts_with("/usr"))
                frame.file = &event == &result.events.front() ? first : others;
        }
    }
    return result;
}

TEST_F(Table, two_files_of_one_name_are_told_apart_by_their_folders) {
    const std::string text = to_table(in_two_files("tests/04/seat.cpp", "exercises/04/seat.cpp"));
    EXPECT_TRUE(has(text, "│ tests/…:24")) << text;
    EXPECT_TRUE(
        has(to_table(in_two_files("tests/04/main.cpp", "exercises/04/seat.cpp")), "│ main.cpp:24"));
}

TEST_F(Table, the_title_names_the_file_of_most_lines_and_those_lines_do_not) {
    const std::string text = to_table(in_two_files("tests/04/main.cpp", "exercises/04/seat.cpp"));
    EXPECT_TRUE(has(text, "│ exercises/04/seat.cpp\n")) << text;
    EXPECT_TRUE(has(text, "│ 17  in body()")) << text;
    EXPECT_FALSE(has(text, "seat.cpp:17")) << text;
}

TEST_F(Table, a_line_keeps_its_number_however_long_the_name_of_its_file) {
    const std::string text =
        to_table(in_two_files("a_file_with_a_name_that_fills_all_of_the_column.cpp", "test.cpp"));
    EXPECT_TRUE(has(text, "…:24  in body()")) << text;
}

TEST_F(Table, a_wait_without_a_circle_is_told) {
    const std::string table = to_table(samples::lost_wakeup());
    EXPECT_TRUE(has(table, "At the end: main waits for thread 1; thread 1 waits for arrived."))
        << table;
    EXPECT_TRUE(has(table, "nobody waits")) << table;
}

TEST_F(Table, a_circle_of_five_is_drawn_in_words) {
    std::string table = to_table(samples::philosophers());
    std::ranges::replace(table, '\n', ' ');
    EXPECT_TRUE(has(table, "philosopher 4 holds fork 4, waits for fork 0.")) << table;
}

TEST_F(Table, nothing_from_the_program_controls_the_terminal) {
    for (const bool ascii : {false, true}) {
        const std::string table = to_table(samples::nasty(), {200, 100, false, ascii});
        EXPECT_FALSE(has(table, "\x1b"));
        EXPECT_FALSE(has(table, "\r"));
        EXPECT_FALSE(has(table, "\u202e"));
        EXPECT_TRUE(has(table, "\\x1b[31m"));
    }
    const std::string table = to_table(samples::nasty(), {80, 24, false, true});
    EXPECT_TRUE(
        std::ranges::all_of(table, [](char c) { return static_cast<signed char>(c) >= 0; }));
}

TEST_F(Table, colour_changes_nothing_but_colour) {
    for (const auto& [name, result] : samples::all()) {
        if (name == "nasty") continue;
        SCOPED_TRACE(name);
        const std::string coloured = to_table(result, {80, 24, true});
        EXPECT_EQ(without_colours(coloured), to_table(result, {80, 24, false}));
        if (result.verdict != Verdict::passed) {
            EXPECT_TRUE(has(coloured, "\x1b[1;31m"));
        }
    }
}

TEST_F(Table, a_token_is_whole_or_not_there) {
    Result result = samples::deadlock();
    EXPECT_TRUE(has(to_table(result), result.schedule));
    result.schedule = std::string(500, 'x');
    const std::string table = to_table(result);
    EXPECT_FALSE(has(table, "xxx")) << table;
    EXPECT_TRUE(has(table, "500 characters")) << table;
}

TEST_F(Table, a_failure_without_events_or_sources_is_still_told) {
    Result result;
    result.verdict = Verdict::not_repeatable;
    EXPECT_TRUE(to_table(result).starts_with("not repeatable\n"));
    result = samples::deadlock();
    for (Event& event : result.events) event.stack.clear();
    EXPECT_TRUE(has(to_table(result), " ✗   4 │ lock b: blocked │ (waits for a)"))
        << to_table(result);
}

// A lost wake-up that begins early: forty steps of others follow between the look and the sleep.
Result buried_story() {
    Result result = samples::lost_wakeup();
    const std::vector<Event> events = std::exchange(result.events, {});
    for (std::size_t i = 0; i < events.size(); ++i) {
        result.events.push_back(events[i]);
        result.events.back().preempted = false;
        // What is looked at, the notification, the sleep.
        result.events.back().decisive =
            events[i].action == "load" || events[i].action == "notify_one" || events[i].failure;
        if (i + 1 == events.size()) continue;
        for (int k = 0; k < 8; ++k) {
            Event noise = events[0];
            noise.action = "fetch";
            noise.object = "count " + std::to_string(8 * i + static_cast<std::size_t>(k));
            result.events.push_back(noise);
        }
    }
    for (std::size_t i = 0; i < result.events.size(); ++i)
        result.events[i].step = static_cast<int>(i);
    return result;
}

TEST_F(Table, what_the_failure_is_about_is_never_hidden) {
    for (const int height : {13, 16, 19, 24}) {
        for (const char* command : {"", "./course explore mailbox"}) {
            const std::string table =
                to_table(buried_story(), {.width = 80, .height = height, .shows_all = command});
            EXPECT_TRUE(has(table, "load full")) << table;
            EXPECT_TRUE(has(table, "nobody waits")) << table;
            EXPECT_TRUE(has(table, "wait arrived")) << table;
        }
    }
}

TEST_F(Table, hidden_steps_are_counted_and_the_command_that_shows_them_is_named) {
    const Result result = buried_story();
    std::string table =
        to_table(result, {.width = 80, .height = 19, .shows_all = "./course explore mailbox"});
    const std::vector<std::string> lines = lines_of(table);
    const auto rows = std::ranges::count_if(lines, [](const std::string& line) {
        const std::string gutter = line.substr(0, line.find("│"));
        return has(line, "│") && gutter.find_first_of("0123456789") != std::string::npos;
    });
    const std::string all = std::to_string(result.events.size());
    const std::string hidden = std::to_string(static_cast<long>(result.events.size()) - rows);
    EXPECT_TRUE(has(table, hidden + " of " + all +
                               " steps are hidden (⋮); all of them: "
                               "./course explore mailbox"))
        << table;
    EXPECT_TRUE(has(table, "⋮")) << table;
    EXPECT_EQ(lines.size(), 18u) << table;
    table = to_table(result, {.width = 80, .height = 400, .shows_all = "./course explore mailbox"});
    EXPECT_FALSE(has(table, "hidden")) << table;
    EXPECT_FALSE(has(table, "⋮")) << table;
}

TEST_F(Table, of_a_long_name_as_much_is_shown_as_tells_it_apart) {
    Result result = samples::deadlock();
    for (Event& event : result.events) {
        if (event.object == "a") event.object = "accounts.payer_.mutex_";
        if (event.object == "b") event.object = "accounts.payee_.mutex_";
    }
    const std::string table = to_table(result, {.width = 80, .height = 24});
    EXPECT_TRUE(has(table, "lock payer_.mutex_")) << table;
    EXPECT_TRUE(has(table, "lock payee_.mutex_")) << table;
}

TEST_F(Table, a_place_of_the_reader_s_own_comes_before_the_library_below) {
    Result result = samples::deadlock();
    for (Event& event : result.events) {
        const Frame own{"Bank::pay()", "bank.cpp", 7, 0, true};
        event.stack.push_back(own);
    }
    const std::string table = to_table(result);
    EXPECT_TRUE(has(table, "│ bank.cpp\n")) << table;
    EXPECT_FALSE(has(table, "transfer.cpp")) << table;
}

TEST_F(Table, what_a_test_framework_says_on_five_lines_is_one_sentence) {
    Result result = samples::lost_update();
    result.message =
        "Expected equality of these values:\n  taken\n    Which is: 2\n  1 at semaphore.cpp:74";
    EXPECT_TRUE(to_table(result).starts_with(
        "taken == 1 is expected, but taken is 2 at semaphore.cpp:74\n"));
    result.message =
        "Expected equality of these values:\n  taken\n    Which is: 2\n  wanted\n"
        "    Which is: 1\none permit, two winners at semaphore.cpp:74";
    EXPECT_TRUE(to_table(result).starts_with(
        "taken == wanted is expected, but taken is 2 and wanted is 1: one permit, two\n"
        "winners at semaphore.cpp:74\n"))
        << to_table(result);
    result.message = "Value of: late\n  Actual: true\nExpected: false\nit came back too late";
    EXPECT_TRUE(
        to_table(result).starts_with("late is expected to be false: it came back too late\n"));
    result.message = "Expected equality of these values:\nsomething else";
    EXPECT_TRUE(
        to_table(result).starts_with("Expected equality of these values:\nsomething else\n"));
}

}  // namespace
}  // namespace interleave
