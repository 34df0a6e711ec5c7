#include "samples.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <utility>

namespace interleave::samples {
namespace {

std::string path_of(const std::string& file) {
    return SAMPLES_DIR "/" + file;
}

// The frame of the nth line of a sample source that contains the text.
Frame at(const std::string& file, const std::string& text, int nth = 1) {
    std::ifstream in(path_of(file));
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        if (line.find(text) == std::string::npos || --nth > 0) continue;
        return {"body()", path_of(file), number, 0x401000u + static_cast<unsigned>(number)};
    }
    throw std::logic_error("no line of " + file + " holds " + text);
}

const Frame kLibrary{"std::mutex::lock()", "/usr/include/c++/12/bits/std_mutex.h", 100, 0x402000};

// Builds the events of a schedule, numbered in order.
class Schedule {
  public:
    explicit Schedule(Result& result) : result_(result) {}

    Event& add(int thread, std::string action, std::string object, std::string value,
               const Frame& frame) {
        Event event;
        event.step = static_cast<int>(result_.events.size());
        event.thread = thread;
        event.action = std::move(action);
        event.object = std::move(object);
        event.value = std::move(value);
        event.stack = {kLibrary, frame};
        result_.events.push_back(std::move(event));
        return result_.events.back();
    }

  private:
    Result& result_;
};

Result found(Verdict verdict, std::string message) {
    Result result;
    result.verdict = verdict;
    result.message = std::move(message);
    result.mode = "bounded";
    result.bound = 2;
    result.seconds = 0.021;
    return result;
}

}  // namespace

Result deadlock() {
    Result result = found(Verdict::deadlock,
                          "Deadlock: main and thread 1 wait for each other's mutex, for ever.");
    result.executions = 14;
    result.traces = 9;
    result.reads_from = 7;
    result.schedule = "b2:0x3.1x2.0";
    result.preemptions = 1;
    const std::string file = "transfer.cpp";
    Schedule schedule(result);
    schedule.add(0, "start", "thread 1", "", at(file, "std::thread other"));
    schedule.add(0, "lock", "a", "", at(file, "from(a)"));
    schedule.add(1, "lock", "b", "", at(file, "from(b)")).preempted = true;
    schedule.add(1, "lock", "a", "", at(file, "to(a)")).blocked_on = "a, held by main";
    Event& last = schedule.add(0, "lock", "b", "", at(file, "to(b)"));
    last.blocked_on = "b, held by thread 1";
    last.failure = true;
    result.threads = {
        {0, "main", "waits for b, held by thread 1", {"a"}, {kLibrary, at(file, "to(b)")}},
        {1, "thread 1", "waits for a, held by main", {"b"}, {kLibrary, at(file, "to(a)")}}};
    return result;
}

Result lost_update() {
    Result result =
        found(Verdict::wrong_result, "The assertion counter.load() == 2 failed: 1 == 2.");
    result.executions = 5;
    result.schedule = "b1:0x2.1.2x2.1.0x3";
    result.preemptions = 1;
    const std::string file = "counter.cpp";
    Schedule schedule(result);
    schedule.add(0, "start", "thread 1", "", at(file, "thread one"));
    schedule.add(0, "start", "thread 2", "", at(file, "thread two"));
    schedule.add(1, "load", "counter", "0", at(file, "old = counter"));
    schedule.add(2, "load", "counter", "0", at(file, "old = counter")).preempted = true;
    schedule.add(2, "store", "counter", "0 -> 1", at(file, "store(old"));
    schedule.add(1, "store", "counter", "1 -> 1", at(file, "store(old"));
    schedule.add(0, "join", "thread 1", "", at(file, "one.join"));
    schedule.add(0, "join", "thread 2", "", at(file, "two.join"));
    schedule.add(0, "load", "counter", "1", at(file, "assert(counter")).failure = true;
    result.threads = {{0, "main", "running", {}, {at(file, "assert(counter")}},
                      {1, "thread 1", "finished", {}, {}},
                      {2, "thread 2", "finished", {}, {}}};
    result.output = "adding\nadding\ncounter.cpp:19: assertion failed\n";
    return result;
}

Result lost_wakeup() {
    Result result = found(Verdict::lost_wakeup,
                          "Lost wake-up: main notified arrived before thread 1 waited for it, and "
                          "nobody notifies it again.");
    result.executions = 31;
    result.schedule = "b1:0.1x3.0x4.1x2";
    result.preemptions = 1;
    const std::string file = "mailbox.cpp";
    Schedule schedule(result);
    schedule.add(0, "start", "thread 1", "", at(file, "std::thread receiver"));
    schedule.add(1, "lock", "m", "", at(file, "lock_guard lock(m)", 1));
    schedule.add(1, "load", "full", "false", at(file, "empty = !full"));
    schedule.add(1, "unlock", "m", "", at(file, "}", 1));
    schedule.add(0, "lock", "m", "", at(file, "lock_guard lock(m)", 2)).preempted = true;
    schedule.add(0, "store", "full", "false -> true", at(file, "full = true"));
    schedule.add(0, "unlock", "m", "", at(file, "full = true"));
    schedule.add(0, "notify_one", "arrived", "nobody waits", at(file, "notify_one"));
    schedule.add(0, "join", "thread 1", "", at(file, "receiver.join")).blocked_on = "thread 1";
    schedule.add(1, "lock", "m", "", at(file, "unique_lock lock(m)"));
    schedule.add(1, "unlock", "m", "", at(file, "arrived.wait"));
    Event& last = schedule.add(1, "wait", "arrived", "", at(file, "arrived.wait"));
    last.blocked_on = "arrived";
    last.failure = true;
    result.threads = {{0, "main", "waits for thread 1", {}, {at(file, "receiver.join")}},
                      {1, "thread 1", "waits for arrived", {}, {at(file, "arrived.wait")}}};
    return result;
}

Result race() {
    Result result = found(Verdict::data_race,
                          "Data race on hits: nothing orders the write by thread 2 and the read by "
                          "thread 3; a mutex held for both, or std::atomic<int>, would.");
    result.executions = 1;
    result.mode = "surw";
    result.bound = -1;
    result.seed = 7;
    result.schedule = "s7:0";
    const std::string file = "hits.cpp";
    Schedule schedule(result);
    for (int i = 1; i <= 3; ++i) {
        schedule.add(0, "start", "thread " + std::to_string(i), "", at(file, "emplace_back"));
    }
    schedule.add(1, "load", "hits", "0", at(file, "++hits"));
    schedule.add(1, "store", "hits", "0 -> 1", at(file, "++hits"));
    schedule.add(2, "load", "hits", "1", at(file, "++hits"));
    schedule.add(2, "store", "hits", "1 -> 2", at(file, "++hits"));
    schedule.add(3, "load", "hits", "2", at(file, "++hits")).failure = true;
    result.threads = {{0, "main", "running", {}, {at(file, "emplace_back")}},
                      {1, "thread 1", "finished", {}, {}},
                      {2, "thread 2", "finished", {}, {}},
                      {3, "thread 3", "running", {}, {at(file, "++hits")}}};
    result.places = {{"write of 4 bytes by thread 2", {at(file, "++hits")}},
                     {"read of 4 bytes by thread 3", {at(file, "++hits")}}};
    return result;
}

Result hundred() {
    Result result = found(Verdict::wrong_result,
                          "The assertion (seen_a == 0 && seen_b == 0) || (seen_a == 1 && seen_b == "
                          "-1) failed in thread 100.");
    result.executions = 6120;
    result.mode = "surw";
    result.bound = -1;
    result.seed = 3;
    result.schedule = "s3:" + std::string(400, 'f');
    result.preemptions = 1;
    const std::string file = "reorder.cpp";
    Schedule schedule(result);
    for (int thread = 1; thread <= 98; ++thread) {
        schedule.add(thread, "store", "a", thread == 1 ? "0 -> 1" : "1 -> 1", at(file, "a.store"));
        if (thread == 98) break;
        schedule.add(thread, "store", "b", thread == 1 ? "0 -> -1" : "-1 -> -1",
                     at(file, "b.store"));
    }
    schedule.add(99, "store", "other", "0 -> 1", at(file, "a.store"));
    schedule.add(100, "load", "a", "1", at(file, "a.load")).preempted = true;
    schedule.add(98, "store", "b", "-1 -> 0", at(file, "b.store"));
    schedule.add(100, "load", "b", "0", at(file, "b.load"));
    schedule.add(100, "assert", "", "false", at(file, "assert(")).failure = true;
    result.threads.push_back({0, "main", "waits for thread 100", {}, {}});
    for (int thread = 1; thread <= 100; ++thread) {
        result.threads.push_back({thread,
                                  "thread " + std::to_string(thread),
                                  thread == 100 ? "running" : "finished",
                                  {},
                                  {}});
    }
    return result;
}

Result spinning() {
    Result result = found(Verdict::livelock, "Livelock: thread 1 reads ready for ever.");
    result.executions = 3;
    result.schedule = "b0:1x57.2";
    const std::string file = "spin.cpp";
    Schedule schedule(result);
    for (int i = 0; i < 57; ++i) schedule.add(1, "load", "ready", "false", at(file, "ready.load"));
    schedule.add(2, "store", "ready", "false -> true", at(file, "ready.store"));
    schedule.add(1, "load", "ready", "true", at(file, "ready.load"));
    for (int i = 0; i < 40; ++i) {
        schedule.add(1, "load", "rounds", std::to_string(i), at(file, "fetch_add"));
        schedule.add(2, "load", "ready", "true", at(file, "ready.store"));
    }
    schedule.add(1, "fetch_add", "rounds", "40 -> 41", at(file, "fetch_add")).failure = true;
    result.threads = {{1, "thread 1", "running", {}, {}}, {2, "thread 2", "finished", {}, {}}};
    return result;
}

Result philosophers() {
    Result result = found(Verdict::deadlock, "Deadlock: five threads wait in a circle.");
    result.executions = 240;
    result.schedule = "b4:0.1.2.3.4";
    result.preemptions = 4;
    const std::string file = "transfer.cpp";
    Schedule schedule(result);
    for (int i = 0; i < 5; ++i) {
        schedule.add(i, "lock", "fork " + std::to_string(i), "", at(file, "from(a)")).preempted =
            i > 0;
    }
    for (int i = 0; i < 5; ++i) {
        const std::string fork = "fork " + std::to_string((i + 1) % 5);
        const std::string holder =
            i == 4 ? std::string("main") : "philosopher " + std::to_string(i + 1);
        Event& event = schedule.add(i, "lock", fork, "", at(file, "to(b)"));
        event.blocked_on = fork + ", held by " + holder;
        event.failure = i == 4;
        result.threads.push_back({i,
                                  i == 0 ? "main" : "philosopher " + std::to_string(i),
                                  "waits for " + event.blocked_on,
                                  {"fork " + std::to_string(i)},
                                  {at(file, "to(b)")}});
    }
    return result;
}

Result passed() {
    Result result;
    result.executions = 1234;
    result.exhausted = true;
    result.mode = "dpor";
    result.seconds = 1.5;
    return result;
}

Result outcomes() {
    Result result = passed();
    result.executions = 10000;
    result.exhausted = false;
    result.mode = "surw";
    result.seed = 1;
    result.outcomes = {{"r1 = 0, r2 = 1", "s1:00", 6120},
                       {"r1 = 1, r2 = 0", "s1:01", 3878},
                       {"r1 = 0, r2 = 0", "s1:02", 2}};
    return result;
}

Result nasty() {
    Result result = race();
    const std::string bad = "\x1b[31m</script><img src=x>\xff\xc3\r\n\u4e2d\u202e";
    result.message += bad;
    result.output = bad;
    result.schedule += bad;
    for (Event& event : result.events) {
        event.object += bad;
        event.value += bad;
        event.blocked_on += bad;
        event.stack.front().function += bad;
    }
    for (ThreadInfo& thread : result.threads) {
        thread.name += bad;
        thread.state += bad;
        thread.holds.push_back(bad);
    }
    for (Place& place : result.places) place.label += bad;
    result.outcomes = {{bad, bad, 1}};
    return result;
}

std::vector<Named> all() {
    return {{"deadlock", deadlock()},         {"lost_update", lost_update()},
            {"lost_wakeup", lost_wakeup()},   {"race", race()},
            {"hundred", hundred()},           {"spinning", spinning()},
            {"philosophers", philosophers()}, {"passed", passed()},
            {"outcomes", outcomes()},         {"nasty", nasty()}};
}

}  // namespace interleave::samples
