#include "interleave/report/json.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>

#include "interleave/report/program_options.hpp"
#include "samples.hpp"

namespace interleave {

// In this namespace, for the comparison of vectors to find them.
static bool operator==(const Event& a, const Event& b) {
    return a.step == b.step && a.thread == b.thread && a.action == b.action &&
           a.object == b.object && a.value == b.value && a.blocked_on == b.blocked_on &&
           a.preempted == b.preempted && a.failure == b.failure && a.stack == b.stack;
}

static bool operator==(const ThreadInfo& a, const ThreadInfo& b) {
    return a.id == b.id && a.name == b.name && a.state == b.state && a.holds == b.holds &&
           a.stack == b.stack;
}

static bool operator==(const Place& a, const Place& b) {
    return a.label == b.label && a.stack == b.stack;
}

static bool operator==(const Outcome& a, const Outcome& b) {
    return a.value == b.value && a.schedule == b.schedule && a.executions == b.executions;
}

namespace {

void expect_equal(const Result& a, const Result& b) {
    EXPECT_EQ(a.verdict, b.verdict);
    EXPECT_EQ(a.message, b.message);
    EXPECT_TRUE(a.places == b.places);
    EXPECT_EQ(a.executions, b.executions);
    EXPECT_EQ(a.traces, b.traces);
    EXPECT_EQ(a.reads_from, b.reads_from);
    EXPECT_EQ(a.exhausted, b.exhausted);
    EXPECT_EQ(a.mode, b.mode);
    EXPECT_EQ(a.bound, b.bound);
    EXPECT_EQ(a.seed, b.seed);
    EXPECT_TRUE(a.outcomes == b.outcomes);
    EXPECT_EQ(a.schedule, b.schedule);
    EXPECT_EQ(a.preemptions, b.preemptions);
    EXPECT_TRUE(a.events == b.events);
    EXPECT_TRUE(a.threads == b.threads);
    EXPECT_EQ(a.output, b.output);
    EXPECT_EQ(a.seconds, b.seconds);
}

std::string error_of(const std::string& text) {
    try {
        from_json(text);
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return "no error";
}

nlohmann::json valid() {
    return nlohmann::json::parse(to_json(samples::deadlock()));
}

TEST(Json, what_is_written_is_read_back) {
    for (const auto& [name, result] : samples::all()) {
        if (name == "nasty") continue;  // its bytes that are not UTF-8 are replaced
        SCOPED_TRACE(name);
        expect_equal(from_json(to_json(result)), result);
    }
}

TEST(Json, every_verdict_and_the_largest_numbers_survive) {
    Result result;
    result.seed = std::numeric_limits<std::uint64_t>::max();
    result.bound = std::numeric_limits<int>::min();
    for (int i = 0; i <= static_cast<int>(Verdict::uncontrolled); ++i) {
        result.verdict = static_cast<Verdict>(i);
        expect_equal(from_json(to_json(result)), result);
    }
}

TEST(Json, has_the_promised_keys) {
    const auto json = valid();
    for (const char* key : {"verdict", "message", "executions", "exhausted", "mode", "bound",
                            "traces", "reads_from", "outcomes", "schedule", "seconds", "events",
                            "seed", "preemptions", "threads", "places", "output"}) {
        EXPECT_TRUE(json.contains(key)) << key;
    }
    EXPECT_EQ(json["verdict"], "deadlock");
    EXPECT_EQ(json["events"][3]["blocked_on"], "a, held by main");
}

TEST(Json, bytes_that_are_not_utf8_are_replaced) {
    const Result once = from_json(to_json(samples::nasty()));
    EXPECT_NE(once.output.find("\uFFFD"), std::string::npos);
    EXPECT_NE(once.output.find("\x1b[31m"), std::string::npos);
    expect_equal(from_json(to_json(once)), once);
}

TEST(Json, an_infinite_time_is_still_json) {
    Result result;
    result.seconds = std::numeric_limits<double>::infinity();
    EXPECT_EQ(from_json(to_json(result)).seconds, 0);
}

TEST(Json, the_options_of_a_search_come_back_as_they_were) {
    report::ProgramOptions options;
    options.search = {.mode = Mode::pct,
                      .bound = 7,
                      .max_executions = 8,
                      .max_steps = 9,
                      .max_length = 10,
                      .max_seconds = 0.5,
                      .seed = std::numeric_limits<std::uint64_t>::max(),
                      .schedule = "b1:0x2",
                      .races = false,
                      .leaks = false,
                      .spurious = 11,
                      .futex_spurious = 12,
                      .timeouts = 13,
                      .own = {"a.cpp", "b/"},
                      .step_through = true,
                      .picks = {1, 2},
                      .to_the_end = true};
    options.outcomes = true;
    options.result = 14;
    const std::string text = report::write_program_options(options);
    EXPECT_EQ(report::write_program_options(report::read_program_options(text)), text);
    for (const char* part : {"\"mode\":4", ":7", ":8", ":9", ":10", ":0.5", ":18446744073709551615",
                             "b1:0x2", ":11", ":12", ":13", "[\"a.cpp\",\"b/\"]", "[1,2]", ":14"})
        EXPECT_NE(text.find(part), std::string::npos) << part << " in " << text;
    EXPECT_THROW(report::read_program_options("{}"), std::exception);
}

TEST(Json, errors_name_the_place) {
    EXPECT_EQ(error_of("{\"a\":"), "This is not a result of interleave: it is not JSON at byte 6.");
    EXPECT_EQ(error_of("[]"), "This is not a result of interleave: the whole is not an object.");
    auto json = valid();
    json.erase("verdict");
    EXPECT_EQ(error_of(json.dump()), "This is not a result of interleave: \"verdict\" is missing.");
    json["verdict"] = "perfect";
    EXPECT_EQ(error_of(json.dump()),
              "This is not a result of interleave: \"verdict\" names no verdict.");
    json = valid();
    json["events"][3]["step"] = "three";
    EXPECT_EQ(error_of(json.dump()),
              "This is not a result of interleave: \"events[3].step\" is not a whole number.");
    json = valid();
    json["events"][1]["thread"] = 5000000000;
    EXPECT_EQ(error_of(json.dump()),
              "This is not a result of interleave: \"events[1].thread\" is out of range.");
    json = valid();
    json["executions"] = -1;
    EXPECT_EQ(error_of(json.dump()),
              "This is not a result of interleave: \"executions\" is not a whole number from 0.");
}

}  // namespace
}  // namespace interleave
