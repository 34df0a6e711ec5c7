#include "05_waiting/lost_wakeup.cpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "kit/probe.hpp"
#include "kit/schedules.hpp"

namespace {

INTERLEAVE_TEST(LostWakeup, whoever_waits_gets_through_whenever_the_gate_opens) {
    Gate gate;
    std::thread walker([&] { gate.pass(); });
    gate.open();
    walker.join();
}

INTERLEAVE_TEST(LostWakeup, everybody_who_waits_gets_through) {
    Gate gate;
    std::thread first([&] { gate.pass(); });
    std::thread second([&] { gate.pass(); });
    gate.open();
    first.join();
    second.join();
}

// Whoever opens has to let the lock go again.
INTERLEAVE_TEST(LostWakeup, a_gate_that_is_open_stays_open) {
    Gate gate;
    gate.open();
    gate.pass();
    gate.open();
    gate.pass();
}

INTERLEAVE_TEST(LostWakeup, nobody_gets_through_before_it_opens) {
    Gate gate;
    std::atomic<bool> opens = false;
    std::thread walker([&] {
        gate.pass();
        EXPECT_TRUE(opens) << "somebody went through a closed gate";
    });
    opens = true;
    gate.open();
    walker.join();
}

TEST(LostWakeup, whoever_waits_sleeps) {
    Gate gate;
    probe::StillGate still;
    std::thread opener([&] {
        still.wait();
        gate.open();
    });
    gate.pass();
    opener.join();
}

}  // namespace
