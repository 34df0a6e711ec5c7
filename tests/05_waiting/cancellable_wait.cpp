#include "05_waiting/cancellable_wait.cpp"

#include <gtest/gtest.h>

#include <optional>
#include <stop_token>
#include <string>
#include <thread>

#include "kit/probe.hpp"
#include "kit/schedules.hpp"

namespace {

INTERLEAVE_TEST_BOUNDED(CancellableWait, a_stop_request_wakes_the_reader_whenever_it_comes, 3) {
    Mailbox mailbox;
    std::stop_source source;
    std::thread other([&] { source.request_stop(); });
    EXPECT_EQ(mailbox.take(source.get_token()), std::nullopt);
    other.join();
}

INTERLEAVE_TEST(CancellableWait, a_letter_wakes_the_reader) {
    Mailbox mailbox;
    std::stop_source source;
    std::thread other([&] { mailbox.put("hello"); });
    EXPECT_EQ(mailbox.take(source.get_token()), "hello");
    other.join();
}

INTERLEAVE_TEST_BOUNDED(CancellableWait, a_letter_that_is_there_is_taken_in_spite_of_the_stop, 3) {
    Mailbox mailbox;
    std::stop_source source;
    std::optional<std::string> letter;
    std::thread reader([&] { letter = mailbox.take(source.get_token()); });
    mailbox.put("hello");
    source.request_stop();
    reader.join();
    EXPECT_EQ(letter, "hello") << "the letter was there before the stop";
}

INTERLEAVE_TEST(CancellableWait, who_is_stopped_already_does_not_wait) {
    Mailbox mailbox;
    std::stop_source source;
    source.request_stop();
    EXPECT_EQ(mailbox.take(source.get_token()), std::nullopt);
    mailbox.put("first");
    mailbox.put("second");
    EXPECT_EQ(mailbox.take(source.get_token()), "first");
    EXPECT_EQ(mailbox.take(source.get_token()), "second");
    EXPECT_EQ(mailbox.take(source.get_token()), std::nullopt);
}

TEST(CancellableWait, a_reader_who_waits_sleeps) {
    Mailbox mailbox;
    std::stop_source source;
    probe::StillGate gate;
    std::thread other([&] {
        gate.wait();
        source.request_stop();
    });
    EXPECT_EQ(mailbox.take(source.get_token()), std::nullopt);
    EXPECT_TRUE(gate.opened()) << "the reader came back before anything had happened";
    other.join();
}

TEST(CancellableWait, a_jthread_that_is_dropped_stops_its_reader) {
    Mailbox mailbox;
    std::jthread reader([&](std::stop_token stop) {
        while (mailbox.take(stop)) {
        }
    });
    mailbox.put("hello");
}

}  // namespace
