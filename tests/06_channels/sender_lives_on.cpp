#include "06_channels/sender_lives_on.cpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "kit/probe.hpp"
#include "kit/schedules.hpp"

namespace {

using Reporters = std::vector<Reporter>;

Reporter sends(std::vector<int> values) {
    return [values](const fearless::Sender<int>& tx) {
        for (const int value : values) (void)tx.send(value);
    };
}

std::vector<int> sorted(std::vector<int> values) {
    std::ranges::sort(values);
    return values;
}

TEST(SenderLivesOn, collect_returns_when_the_last_reporter_has_gone) {
    EXPECT_EQ(sorted(collect({sends({1}), sends({2}), sends({3})})), (std::vector{1, 2, 3}));
}

TEST(SenderLivesOn, a_reporter_sends_as_often_as_it_likes) {
    EXPECT_EQ(sorted(collect({sends({1, 4}), sends({}), sends({2, 3, 5, 6})})),
              (std::vector{1, 2, 3, 4, 5, 6}));
    EXPECT_EQ(sorted(collect({sends({}), sends({})})), std::vector<int>());
    EXPECT_EQ(collect({}), std::vector<int>());
}

TEST(SenderLivesOn, one_reporter_keeps_its_order) {
    EXPECT_EQ(collect({sends({5, 0, -1, 5})}), (std::vector{5, 0, -1, 5}));
}

TEST(SenderLivesOn, a_slow_reporter_is_waited_for) {
    probe::StillGate gate;
    const Reporter slow = [gate](const fearless::Sender<int>& tx) {
        gate.wait();
        (void)tx.send(2);
    };
    EXPECT_EQ(sorted(collect({slow, sends({1})})), (std::vector{1, 2}));
}

TEST(SenderLivesOn, the_reporters_are_at_work_at_the_same_time) {
    const probe::Meeting meeting(3);
    const Reporter meets = [meeting](const fearless::Sender<int>&) { meeting.arrive_and_wait(); };
    collect({meets, meets, meets});
    EXPECT_EQ(meeting.arrived(), 3);
}

INTERLEAVE_TEST_BOUNDED(SenderLivesOn, a_report_arrives, 2) {
    EXPECT_EQ(collect({sends({7})}), std::vector{7});
}

INTERLEAVE_TEST(SenderLivesOn, the_end_comes_in_every_order) {
    EXPECT_EQ(collect({sends({})}), std::vector<int>());
}

}  // namespace
