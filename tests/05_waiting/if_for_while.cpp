#include "05_waiting/if_for_while.cpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "kit/probe.hpp"
#include "kit/schedules.hpp"

namespace {

INTERLEAVE_TEST(IfForWhile, nobody_takes_a_loaf_that_is_not_there) {
    Shelf shelf;
    std::thread customer(
        [&] { EXPECT_GE(shelf.take(), 0) << "a loaf was taken from an empty shelf"; });
    shelf.put();
    customer.join();
}

INTERLEAVE_TEST(IfForWhile, of_two_customers_each_gets_a_loaf) {
    Shelf shelf;
    const auto buy = [&] { EXPECT_GE(shelf.take(), 0) << "a loaf was taken from an empty shelf"; };
    std::thread first(buy), second(buy);
    shelf.put();
    shelf.put();
    first.join();
    second.join();
}

INTERLEAVE_TEST(IfForWhile, a_loaf_that_was_there_before_needs_no_waiting) {
    Shelf shelf;
    shelf.put();
    shelf.put();
    EXPECT_EQ(shelf.take(), 1);
    EXPECT_EQ(shelf.take(), 0);
}

// The door opens when every thread sleeps. A customer who looks again and again keeps one awake.
TEST(IfForWhile, a_customer_who_waits_sleeps) {
    Shelf shelf;
    probe::StillGate gate;
    std::thread baker([&] {
        gate.wait();
        shelf.put();
    });
    EXPECT_EQ(shelf.take(), 0);
    EXPECT_TRUE(gate.opened()) << "a loaf was taken from an empty shelf";
    baker.join();
}

}  // namespace
