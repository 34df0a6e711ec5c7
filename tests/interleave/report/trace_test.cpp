#include "interleave/report/trace.hpp"

#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "samples.hpp"

namespace interleave {
namespace {

using nlohmann::json;

json events_of(const Result& result) {
    return json::parse(to_trace(result))["traceEvents"];
}

std::vector<json> of(const json& events, const std::string& key, const std::string& value) {
    std::vector<json> found;
    for (const json& event : events) {
        if (event.value(key, "") == value) found.push_back(event);
    }
    return found;
}

Event step(int number, int thread, std::string action, std::string object) {
    Event event;
    event.step = number;
    event.thread = thread;
    event.action = std::move(action);
    event.object = std::move(object);
    return event;
}

TEST(Trace, slices_of_a_track_are_in_time_and_do_not_overlap) {
    for (const auto& [name, result] : samples::all()) {
        SCOPED_TRACE(name);
        std::map<int, int> end;  // by track
        std::size_t steps = 0;
        for (const json& event : events_of(result)) {
            if (event["ph"] == "M") continue;
            EXPECT_GE(event["ts"].get<int>(), 0);
            if (event["ph"] != "X") continue;
            const int tid = event["tid"];
            EXPECT_GT(event["dur"].get<int>(), 0);
            EXPECT_GE(event["ts"].get<int>(), end[tid]);
            end[tid] = event["ts"].get<int>() + event["dur"].get<int>();
            steps += event["cat"] == "blocked" ? 0 : 1;
        }
        EXPECT_EQ(steps, result.events.size());
    }
}

TEST(Trace, a_step_is_a_microsecond_at_its_number) {
    const json slices = of(events_of(samples::lost_update()), "ph", "X");
    EXPECT_EQ(slices[5]["name"], "store counter: 1 -> 1");
    EXPECT_EQ(slices[5]["ts"], 5);
    EXPECT_EQ(slices[5]["dur"], 1);
    EXPECT_EQ(slices[5]["args"]["source"], "counter.store(old + 1);");
}

TEST(Trace, every_thread_has_a_named_track) {
    const json events = events_of(samples::hundred());
    const auto names = of(events, "name", "thread_name");
    ASSERT_EQ(names.size(), 101u);
    EXPECT_EQ(names[0]["args"]["name"], "main");
    EXPECT_EQ(names[100]["args"]["name"], "thread 100");
    std::set<int> tracks;
    for (const json& name : names) tracks.insert(name["tid"].get<int>());
    EXPECT_EQ(tracks.size(), names.size());
    EXPECT_EQ(names[100]["tid"], of(events, "cat", "failure")[0]["tid"]);
}

TEST(Trace, a_blocked_thread_is_a_slice_until_it_goes_on_or_to_the_end) {
    const auto blocked = of(events_of(samples::lost_wakeup()), "cat", "blocked");
    ASSERT_EQ(blocked.size(), 2u);
    EXPECT_EQ(blocked[0]["name"], "blocked on thread 1");
    EXPECT_EQ(blocked[0]["ts"], 9);
    EXPECT_EQ(blocked[0]["dur"], 3);
    Result result;
    result.events = {step(0, 1, "lock", "m"), step(1, 2, "lock", "m"), step(2, 1, "unlock", "m"),
                     step(5, 2, "store", "x")};
    result.events[1].blocked_on = "m, held by thread 1";
    const auto once = of(events_of(result), "cat", "blocked");
    ASSERT_EQ(once.size(), 1u);
    EXPECT_EQ(once[0]["ts"], 2);
    EXPECT_EQ(once[0]["dur"], 3);
}

TEST(Trace, an_arrow_leads_from_unlock_to_the_next_lock) {
    Result result;
    result.events = {step(0, 1, "lock", "m"), step(1, 2, "lock", "m"), step(2, 1, "unlock", "m"),
                     step(3, 1, "unlock", "other"), step(4, 2, "store", "x")};
    result.events[1].blocked_on = "m, held by thread 1";
    const json events = events_of(result);
    const auto starts = of(events, "ph", "s");
    const auto ends = of(events, "ph", "f");
    ASSERT_EQ(starts.size(), 1u);
    ASSERT_EQ(ends.size(), 1u);
    EXPECT_EQ(starts[0]["ts"], 2);
    EXPECT_EQ(ends[0]["ts"], 4) << "the blocked thread has the lock when it goes on";
    EXPECT_EQ(starts[0]["id"], ends[0]["id"]);
    EXPECT_NE(starts[0]["tid"], ends[0]["tid"]);
}

TEST(Trace, an_arrow_leads_from_a_notification_to_the_thread_that_it_wakes) {
    Result result;
    result.events = {step(0, 1, "wait", "cv"), step(1, 2, "wait", "cv"),
                     step(2, 0, "notify_one", "cv"), step(3, 2, "load", "x"),
                     step(4, 1, "load", "x")};
    auto starts = of(events_of(result), "ph", "s");
    ASSERT_EQ(starts.size(), 1u) << "notify_one wakes one thread";
    EXPECT_EQ(of(events_of(result), "ph", "f")[0]["ts"], 3);
    result.events[2].action = "notify_all";
    EXPECT_EQ(of(events_of(result), "ph", "s").size(), 2u);
    result.events[3].value = "timeout";
    EXPECT_EQ(of(events_of(result), "ph", "s").size(), 1u);
}

// What the Trace Event Format documents, and nothing that to_trace knows: "Trace Event Format" by
// N. Duca and D. Sinclair, which Perfetto, about:tracing and speedscope read.
void expect_metadata(const json& event) {
    const std::string name = event.at("name");
    const json& args = event.at("args");
    if (name == "process_name" || name == "thread_name") {
        EXPECT_TRUE(args.at("name").is_string()) << event;
    } else if (name == "process_sort_index" || name == "thread_sort_index") {
        EXPECT_TRUE(args.at("sort_index").is_number()) << event;
    } else {
        ADD_FAILURE() << "no viewer knows this metadata: " << event;
    }
    EXPECT_TRUE(!name.starts_with("thread") || event.at("tid").is_number_integer()) << event;
}

void expect_on_a_track(const json& event) {
    EXPECT_FALSE(event.at("name").get<std::string>().empty()) << event;
    EXPECT_TRUE(event.at("cat").is_string()) << event;
    EXPECT_TRUE(event.at("pid").is_number_integer()) << event;
    EXPECT_TRUE(event.at("tid").is_number_integer()) << event;
    EXPECT_TRUE(event.at("ts").is_number()) << event;
}

// An end of an arrow binds to a slice that is on its track at its time.
bool is_in_a_slice(const json& end, const json& events) {
    const double at = end.at("ts");
    for (const json& slice : events) {
        if (slice.at("ph") != "X" || slice.at("tid") != end.at("tid")) continue;
        const double start = slice.at("ts"), length = slice.at("dur");
        if (start <= at && at <= start + length) return true;
    }
    return false;
}

TEST(Trace, every_event_is_one_that_the_format_documents) {
    for (const auto& [name, result] : samples::all()) {
        SCOPED_TRACE(name);
        const json trace = json::parse(to_trace(result));
        EXPECT_TRUE(trace.at("displayTimeUnit") == "ms" || trace["displayTimeUnit"] == "ns");
        EXPECT_TRUE(trace.at("otherData").is_object());
        const json& events = trace.at("traceEvents");
        std::map<std::pair<std::string, json>, std::string> arrows;  // by name and id: its phases
        for (const json& event : events) {
            const std::string phase = event.at("ph");
            if (phase == "M") {
                expect_metadata(event);
                continue;
            }
            expect_on_a_track(event);
            if (phase == "X") {
                EXPECT_TRUE(event.at("dur").is_number()) << event;
                EXPECT_TRUE(event.at("args").is_object()) << event;
                continue;
            }
            arrows[{event.at("name"), event.at("id")}] += phase;
            EXPECT_TRUE(is_in_a_slice(event, events)) << event;
            EXPECT_EQ(event.value("bp", ""), phase == "f" ? "e" : "") << event;
        }
        for (const auto& [arrow, phases] : arrows) EXPECT_EQ(phases, "sf") << arrow.first;
    }
}

}  // namespace
}  // namespace interleave
