#include "02_move/round_trip.cpp"

#include <gtest/gtest.h>

#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "kit/probe.hpp"
#include "kit/schedules.hpp"

namespace {

using fearless::JoinHandle;
using round_trip::Parcel;
using round_trip::send_round;

// Has a stamp when every thread sleeps: the test is then in join(), and send_round is long over.
class LateOffice final : public round_trip::Office {
  public:
    std::string next_stamp() override {
        opening_.wait();
        const std::lock_guard hold(mutex_);
        asked_by_.push_back(std::this_thread::get_id());
        return "stamp " + std::to_string(asked_by_.size());
    }

    bool open() const { return opening_.opened(); }
    const std::vector<std::thread::id>& asked_by() const { return asked_by_; }

  private:
    const probe::StillGate opening_;
    std::mutex mutex_;
    std::vector<std::thread::id> asked_by_;
};

class ClosedOffice final : public round_trip::Office {
  public:
    std::string next_stamp() override { throw std::runtime_error("the office is closed"); }
};

std::unique_ptr<Parcel> make_parcel(std::string label) {
    return std::make_unique<Parcel>(Parcel{std::move(label), {}});
}

TEST(RoundTrip, the_parcel_comes_back_with_its_stamp) {
    LateOffice office;
    JoinHandle<std::unique_ptr<Parcel>> trip = send_round(make_parcel("to my aunt"), office);
    const std::unique_ptr<Parcel> back = std::move(trip).join();
    ASSERT_TRUE(back);
    EXPECT_EQ(back->label, "to my aunt");
    EXPECT_EQ(back->stamps, std::vector<std::string>{"stamp 1"});
}

TEST(RoundTrip, it_is_the_same_parcel_not_a_copy) {
    LateOffice office;
    std::unique_ptr<Parcel> parcel = make_parcel("glass");
    const Parcel* const sent = parcel.get();
    JoinHandle<std::unique_ptr<Parcel>> trip = send_round(std::move(parcel), office);
    const std::unique_ptr<Parcel> back = std::move(trip).join();
    EXPECT_EQ(back.get(), sent);
}

TEST(RoundTrip, a_parcel_may_go_round_again) {
    LateOffice office;
    std::unique_ptr<Parcel> parcel = make_parcel("to and fro");
    for (int round = 0; round < 2; ++round) {
        JoinHandle<std::unique_ptr<Parcel>> trip = send_round(std::move(parcel), office);
        parcel = std::move(trip).join();
        ASSERT_TRUE(parcel);
    }
    EXPECT_EQ(parcel->stamps, (std::vector<std::string>{"stamp 1", "stamp 2"}));
}

TEST(RoundTrip, the_sender_does_not_wait_for_the_stamp) {
    LateOffice office;
    JoinHandle<std::unique_ptr<Parcel>> trip = send_round(make_parcel("no hurry"), office);
    EXPECT_FALSE(office.open()) << "send_round came back only after the office had opened";
    (void)std::move(trip).join();
    ASSERT_EQ(office.asked_by().size(), 1u) << "the office is asked for one stamp";
    EXPECT_NE(office.asked_by()[0], std::this_thread::get_id());
}

TEST(RoundTrip, a_closed_office_reaches_the_sender_and_no_parcel_is_left_over) {
    ClosedOffice office;
    for (int parcel = 0; parcel < 3; ++parcel) {
        EXPECT_THROW((void)send_round(make_parcel("lost"), office).join(), std::runtime_error);
    }
}

TEST(RoundTrip, a_trip_that_nobody_waits_for_leaves_nothing_behind) {
    LateOffice office;
    {
        JoinHandle<std::unique_ptr<Parcel>> trip = send_round(make_parcel("unclaimed"), office);
    }
    EXPECT_EQ(office.asked_by().size(), 1u);
}

class QuickOffice final : public round_trip::Office {
  public:
    std::string next_stamp() override { return "stamp"; }
};

INTERLEAVE_TEST(RoundTrip, the_parcel_has_one_owner_at_a_time) {
    QuickOffice office;
    JoinHandle<std::unique_ptr<Parcel>> trip = send_round(make_parcel("glass"), office);
    // From here on the parameter of send_round is gone.
    const std::unique_ptr<Parcel> back = std::move(trip).join();
    ASSERT_TRUE(back);
    EXPECT_EQ(back->stamps.size(), 1u);
}

INTERLEAVE_TEST(RoundTrip, a_parcel_that_is_lost_has_been_somebodys) {
    ClosedOffice office;
    EXPECT_THROW((void)send_round(make_parcel("lost"), office).join(), std::runtime_error);
}

}  // namespace
