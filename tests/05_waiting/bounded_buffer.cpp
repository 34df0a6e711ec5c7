#include <gtest/gtest.h>

#include <atomic>
#include <fearless/bounded_buffer.hpp>
#include <limits>
#include <memory>
#include <optional>
#include <stdexcept>
#include <stop_token>
#include <thread>
#include <type_traits>
#include <utility>

#include "kit/probe.hpp"
#include "kit/schedules.hpp"

namespace {

using fearless::BoundedBuffer;
using probe::Tracked;

INTERLEAVE_TEST(BoundedBuffer, values_come_out_in_the_order_in_which_they_went_in) {
    BoundedBuffer<int> buffer(1);
    std::thread producer([&] {
        EXPECT_TRUE(buffer.push(1));
        EXPECT_TRUE(buffer.push(2));
    });
    EXPECT_EQ(buffer.pop(), 1);
    producer.join();
    EXPECT_EQ(buffer.pop(), 2);
}

// What the producer did with its memory has happened for the consumer.
INTERLEAVE_TEST(BoundedBuffer, what_happened_before_a_push_is_seen_after_the_pop) {
    BoundedBuffer<int*> buffer(2);
    int message = 0;
    std::thread producer([&] {
        message = 7;
        EXPECT_TRUE(buffer.push(&message));
    });
    const auto came = buffer.pop();
    ASSERT_TRUE(came);
    EXPECT_EQ(**came, 7);
    producer.join();
}

INTERLEAVE_TEST_BOUNDED(BoundedBuffer, two_consumers_get_a_value_each, 3) {
    BoundedBuffer<int> buffer(2);
    int first = 0, second = 0;
    std::thread one([&] { first = buffer.pop().value_or(0); });
    std::thread two([&] { second = buffer.pop().value_or(0); });
    EXPECT_TRUE(buffer.push(1));
    EXPECT_TRUE(buffer.push(2));
    one.join();
    two.join();
    EXPECT_EQ(first + second, 3) << "each value comes out once";
}

// With one place the second push waits as well, for the other thing.
INTERLEAVE_TEST_BOUNDED(BoundedBuffer, with_one_place_nobody_wakes_the_wrong_one, 3) {
    BoundedBuffer<int> buffer(1);
    int first = 0, second = 0;
    std::thread one([&] { first = buffer.pop().value_or(0); });
    std::thread two([&] { second = buffer.pop().value_or(0); });
    EXPECT_TRUE(buffer.push(1));
    EXPECT_TRUE(buffer.push(2));
    one.join();
    two.join();
    EXPECT_EQ(first + second, 3) << "each value comes out once";
}

INTERLEAVE_TEST(BoundedBuffer, close_wakes_whoever_waits_for_a_value) {
    BoundedBuffer<int> buffer(1);
    std::thread consumer([&] { EXPECT_EQ(buffer.pop(), std::nullopt); });
    buffer.close();
    consumer.join();
}

INTERLEAVE_TEST(BoundedBuffer, close_wakes_whoever_waits_for_space_and_gives_the_value_back) {
    BoundedBuffer<int> buffer(1);
    EXPECT_TRUE(buffer.push(1));
    std::thread producer([&] {
        const auto pushed = buffer.push(2);
        ASSERT_FALSE(pushed) << "the buffer was full until it was closed";
        EXPECT_EQ(pushed.error(), 2);
    });
    buffer.close();
    producer.join();
    EXPECT_EQ(buffer.pop(), 1) << "what was inside still comes out";
    EXPECT_EQ(buffer.pop(), std::nullopt);
}

INTERLEAVE_TEST_BOUNDED(BoundedBuffer, try_pop_makes_space_and_try_push_brings_a_value, 3) {
    BoundedBuffer<int> buffer(1);
    EXPECT_TRUE(buffer.push(1));
    std::thread producer([&] { EXPECT_TRUE(buffer.push(2)); });
    EXPECT_EQ(buffer.try_pop(), 1);
    producer.join();
    EXPECT_EQ(buffer.try_pop(), 2);
    std::thread consumer([&] { EXPECT_EQ(buffer.pop(), 3); });
    EXPECT_TRUE(buffer.try_push(3));
    consumer.join();
}

INTERLEAVE_TEST_BOUNDED(BoundedBuffer, a_stop_request_ends_the_wait_for_a_value, 2) {
    BoundedBuffer<int> buffer(1);
    std::stop_source source;
    std::thread other([&] { source.request_stop(); });
    EXPECT_EQ(buffer.pop(source.get_token()), std::nullopt);
    other.join();
}

TEST(BoundedBuffer, try_push_and_try_pop_do_not_wait) {
    BoundedBuffer<int> buffer(2);
    EXPECT_EQ(buffer.try_pop(), std::nullopt);
    EXPECT_TRUE(buffer.try_push(1));
    EXPECT_TRUE(buffer.try_push(2));
    const auto full = buffer.try_push(3);
    ASSERT_FALSE(full) << "two of two places were taken";
    EXPECT_EQ(full.error(), 3);
    EXPECT_EQ(buffer.try_pop(), 1);
    EXPECT_EQ(buffer.try_pop(), 2);
    EXPECT_EQ(buffer.try_pop(), std::nullopt);
}

TEST(BoundedBuffer, a_closed_buffer_takes_nothing_and_gives_what_is_left) {
    BoundedBuffer<int> buffer(3);
    EXPECT_TRUE(buffer.push(1));
    EXPECT_TRUE(buffer.push(2));
    buffer.close();
    buffer.close();
    const auto pushed = buffer.push(3), tried = buffer.try_push(4);
    ASSERT_FALSE(pushed || tried) << "a closed buffer takes nothing";
    EXPECT_EQ(pushed.error(), 3);
    EXPECT_EQ(tried.error(), 4);
    EXPECT_EQ(buffer.pop(), 1);
    EXPECT_EQ(buffer.try_pop(), 2);
    EXPECT_EQ(buffer.pop(), std::nullopt);
    EXPECT_EQ(buffer.try_pop(), std::nullopt);
    EXPECT_EQ(buffer.pop(std::stop_token()), std::nullopt);
}

TEST(BoundedBuffer, push_waits_while_the_buffer_is_full) {
    BoundedBuffer<int> buffer(2);
    EXPECT_TRUE(buffer.push(1));
    EXPECT_TRUE(buffer.push(2));
    probe::StillGate gate;
    std::thread consumer([&] {
        gate.wait();
        EXPECT_EQ(buffer.pop(), 1);
    });
    EXPECT_TRUE(buffer.push(3));
    EXPECT_TRUE(gate.opened()) << "push came back while two of two places were taken";
    consumer.join();
}

TEST(BoundedBuffer, pop_waits_while_the_buffer_is_empty) {
    BoundedBuffer<int> buffer(2);
    probe::StillGate gate;
    std::thread producer([&] {
        gate.wait();
        EXPECT_TRUE(buffer.push(1));
    });
    EXPECT_EQ(buffer.pop(), 1);
    producer.join();
}

// The door opens when every thread sleeps: all of them are waiting for certain.
TEST(BoundedBuffer, two_producers_that_wait_for_space_are_both_served) {
    BoundedBuffer<int> buffer(2);
    EXPECT_TRUE(buffer.push(1));
    EXPECT_TRUE(buffer.push(1));
    probe::StillGate gate;
    std::thread one([&] { EXPECT_TRUE(buffer.push(2)); });
    std::thread two([&] { EXPECT_TRUE(buffer.push(2)); });
    gate.wait();
    EXPECT_EQ(buffer.pop(), 1);
    EXPECT_EQ(buffer.pop(), 1);
    one.join();
    two.join();
    EXPECT_EQ(buffer.pop(), 2);
    EXPECT_EQ(buffer.pop(), 2);
}

TEST(BoundedBuffer, close_wakes_all_who_wait_for_a_value) {
    BoundedBuffer<int> buffer(1);
    std::stop_source source;
    probe::StillGate gate;
    std::thread one([&] { EXPECT_EQ(buffer.pop(), std::nullopt); });
    std::thread two([&] { EXPECT_EQ(buffer.pop(), std::nullopt); });
    std::thread three([&] { EXPECT_EQ(buffer.pop(source.get_token()), std::nullopt); });
    gate.wait();
    buffer.close();
    one.join();
    two.join();
    three.join();
}

TEST(BoundedBuffer, close_wakes_all_who_wait_for_space) {
    BoundedBuffer<int> buffer(1);
    EXPECT_TRUE(buffer.push(1));
    probe::StillGate gate;
    std::thread one([&] { EXPECT_FALSE(buffer.push(2)); });
    std::thread two([&] { EXPECT_FALSE(buffer.push(3)); });
    gate.wait();
    buffer.close();
    one.join();
    two.join();
    EXPECT_EQ(buffer.pop(), 1);
    EXPECT_EQ(buffer.pop(), std::nullopt) << "nothing goes into a closed buffer";
}

TEST(BoundedBuffer, a_pop_that_is_stopped_comes_back_and_one_that_has_a_value_gives_it) {
    BoundedBuffer<int> buffer(1);
    std::stop_source source;
    probe::StillGate gate;
    std::thread other([&] {
        gate.wait();
        source.request_stop();
    });
    EXPECT_EQ(buffer.pop(source.get_token()), std::nullopt);
    EXPECT_TRUE(gate.opened()) << "pop came back before anything had happened";
    other.join();
    EXPECT_TRUE(buffer.push(1));
    EXPECT_EQ(buffer.pop(source.get_token()), 1) << "there was a value";
}

TEST(BoundedBuffer, a_push_that_is_stopped_gives_the_value_back_and_one_that_has_space_goes_in) {
    BoundedBuffer<int> buffer(1);
    std::stop_source source;
    EXPECT_TRUE(buffer.push(1));
    probe::StillGate gate;
    std::thread other([&] {
        gate.wait();
        source.request_stop();
    });
    const auto pushed = buffer.push(2, source.get_token());
    other.join();
    ASSERT_FALSE(pushed) << "the buffer was full until the stop was requested";
    EXPECT_EQ(pushed.error(), 2);
    EXPECT_TRUE(gate.opened()) << "push came back before anything had happened";
    EXPECT_EQ(buffer.pop(), 1);
    EXPECT_EQ(buffer.try_pop(), std::nullopt) << "what was stopped has not gone in";
    EXPECT_TRUE(buffer.push(3, source.get_token())) << "there was space";
    buffer.close();
    EXPECT_EQ(buffer.try_pop(), 3);
    const auto late = buffer.push(4, std::stop_token());
    ASSERT_FALSE(late) << "a closed buffer takes nothing";
    EXPECT_EQ(late.error(), 4);
}

// The doors open when every thread sleeps.
TEST(BoundedBuffer, a_push_with_a_token_waits_for_space_and_wakes_who_waits_for_a_value) {
    BoundedBuffer<int> buffer(1);
    std::stop_source source;
    probe::StillGate empty, full;
    std::thread consumer([&] { EXPECT_EQ(buffer.pop(), 1); });
    empty.wait();
    EXPECT_TRUE(buffer.push(1, source.get_token()));
    consumer.join();
    EXPECT_TRUE(buffer.push(2));
    std::thread producer([&] { EXPECT_TRUE(buffer.push(3, source.get_token())); });
    full.wait();
    EXPECT_EQ(buffer.pop(), 2);
    producer.join();
    EXPECT_EQ(buffer.pop(), 3);
}

TEST(BoundedBuffer, values_are_moved_and_never_copied) {
    BoundedBuffer<std::unique_ptr<int>> letters(1);
    EXPECT_TRUE(letters.push(std::make_unique<int>(7)));
    const auto full = letters.try_push(std::make_unique<int>(8));
    ASSERT_FALSE(full);
    ASSERT_TRUE(full.error()) << "a value that does not go in comes back unharmed";
    EXPECT_EQ(*full.error(), 8);
    EXPECT_EQ(*letters.pop().value(), 7);

    Tracked::reset();
    BoundedBuffer<Tracked> tracked(1);
    EXPECT_TRUE(tracked.push(Tracked(5)));
    EXPECT_EQ(tracked.pop().value().value(), 5);
    EXPECT_EQ(Tracked::copies(), 0);
}

TEST(BoundedBuffer, what_is_left_inside_goes_with_the_buffer) {
    const int before = Tracked::alive();
    {
        BoundedBuffer<Tracked> buffer(2);
        EXPECT_TRUE(buffer.push(Tracked(1)));
        EXPECT_TRUE(buffer.push(Tracked(2)));
        EXPECT_EQ(buffer.pop().value().value(), 1);
        EXPECT_EQ(Tracked::alive(), before + 1) << "what was taken out is gone from the buffer";
    }
    EXPECT_EQ(Tracked::alive(), before);
}

TEST(BoundedBuffer, a_capacity_of_zero_is_refused) {
    EXPECT_THROW(BoundedBuffer<int>(0), std::invalid_argument);
    BoundedBuffer<int> endless(std::numeric_limits<std::size_t>::max());
    EXPECT_TRUE(endless.push(1)) << "space that nobody uses costs nothing";
}

TEST(BoundedBuffer, it_is_as_fit_for_travelling_as_its_values) {
    EXPECT_TRUE(fearless::Sync<const BoundedBuffer<int>>);
    EXPECT_FALSE(fearless::Sync<const BoundedBuffer<int*>>);
    EXPECT_FALSE(std::is_copy_constructible_v<BoundedBuffer<int>>);
}

TEST(BoundedBuffer, two_producers_and_two_consumers_lose_nothing) {
    BoundedBuffer<int> buffer(3);
    std::atomic<int> sum = 0;
    std::thread producers[2], consumers[2];
    for (auto& thread : producers) {
        thread = std::thread([&] {
            for (int i = 1; i <= 500; ++i) EXPECT_TRUE(buffer.push(i));
        });
    }
    for (auto& thread : consumers) {
        thread = std::thread([&] {
            while (const auto value = buffer.pop()) sum += *value;
        });
    }
    for (auto& thread : producers) thread.join();
    buffer.close();
    for (auto& thread : consumers) thread.join();
    EXPECT_EQ(sum, 2 * 500 * 501 / 2);
}

}  // namespace
