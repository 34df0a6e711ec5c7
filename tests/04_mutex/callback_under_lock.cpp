#include "04_mutex/callback_under_lock.cpp"

#include <gtest/gtest.h>

#include <string>
#include <thread>

#include "kit/schedules.hpp"

namespace {

using callback_under_lock::Doorbell;

INTERLEAVE_TEST(CallbackUnderLock, a_callback_may_subscribe_another_one) {
    Doorbell bell;
    std::string heard;
    bell.subscribe([&] {
        heard += "a";
        bell.subscribe([&] { heard += "b"; });
    });
    bell.subscribe([&] { heard += "c"; });
    bell.ring();
    EXPECT_EQ(heard, "ac") << "who subscribes during a ring is called from the next ring on";
}

INTERLEAVE_TEST(CallbackUnderLock, a_callback_may_wait_for_a_thread_that_subscribes) {
    Doorbell bell;
    int late = 0;
    bell.subscribe([&] { std::thread([&] { bell.subscribe([&] { ++late; }); }).join(); });
    bell.ring();
    EXPECT_EQ(late, 0);
}

INTERLEAVE_TEST(CallbackUnderLock, one_thread_rings_while_another_one_subscribes) {
    Doorbell bell;
    int heard = 0;
    bell.subscribe([&] { ++heard; });
    std::thread other([&] { bell.subscribe([] {}); });
    bell.ring();
    other.join();
    EXPECT_EQ(heard, 1);
}

TEST(CallbackUnderLock, a_callback_may_ring_again) {
    Doorbell bell;
    int heard = 0;
    bell.subscribe([&] {
        if (++heard == 1) bell.ring();
    });
    bell.ring();
    EXPECT_EQ(heard, 2);
}

TEST(CallbackUnderLock, every_ring_calls_everybody_in_order_and_on_this_thread) {
    Doorbell bell;
    std::string heard;
    const auto here = std::this_thread::get_id();
    for (const char name : {'a', 'b', 'c'}) {
        bell.subscribe([&heard, name, here] {
            heard += name;
            EXPECT_EQ(std::this_thread::get_id(), here);
        });
    }
    bell.ring();
    EXPECT_EQ(heard, "abc");
    bell.ring();
    EXPECT_EQ(heard, "abcabc");
}

TEST(CallbackUnderLock, many_may_subscribe_during_a_ring) {
    Doorbell bell;
    int heard = 0;
    for (int i = 0; i < 3; ++i) {
        bell.subscribe([&] {
            for (int k = 0; k < 20; ++k) bell.subscribe([&] { ++heard; });
        });
    }
    bell.ring();
    EXPECT_EQ(heard, 0);
    bell.ring();
    EXPECT_EQ(heard, 60);
}

TEST(CallbackUnderLock, an_exception_of_a_callback_leaves_the_bell_usable) {
    Doorbell bell;
    int heard = 0;
    bell.subscribe([&] {
        if (++heard == 1) throw heard;
    });
    EXPECT_THROW(bell.ring(), int);
    bell.subscribe([] {});
    bell.ring();
    EXPECT_EQ(heard, 2);
}

}  // namespace
