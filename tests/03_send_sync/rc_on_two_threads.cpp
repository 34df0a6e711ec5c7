#include "03_send_sync/rc_on_two_threads.cpp"

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <memory>
#include <thread>
#include <vector>

#include "kit/probe.hpp"
#include "kit/schedules.hpp"

namespace {

using rc_on_two_threads::bake;
using rc_on_two_threads::Recipe;
using rc_on_two_threads::Report;

// What one oven was given. Each oven has its own.
struct Seen {
    const Recipe* recipe = nullptr;
    std::string name;
    int grams = 0;
    std::thread::id thread;
};

Report into(std::shared_ptr<Seen> seen) {
    return [seen](const Recipe& recipe, int grams) {
        *seen = {&recipe, recipe.name, grams, std::this_thread::get_id()};
    };
}

TEST(RcOnTwoThreads, every_oven_bakes_its_loaves) {
    const std::array seen = {std::make_shared<Seen>(), std::make_shared<Seen>(),
                             std::make_shared<Seen>()};
    bake({"rye", 500}, {1, 2, 3}, {into(seen[0]), into(seen[1]), into(seen[2])});
    for (int oven = 0; oven < 3; ++oven) {
        EXPECT_EQ(seen[oven]->name, "rye");
        EXPECT_EQ(seen[oven]->grams, 500 * (oven + 1));
        EXPECT_TRUE(seen[oven]->thread != std::this_thread::get_id()) << "on the caller's thread";
    }
}

TEST(RcOnTwoThreads, all_ovens_read_one_recipe) {
    const std::array seen = {std::make_shared<Seen>(), std::make_shared<Seen>()};
    // The ovens meet, so that no copy can be gone and have left its place to the next one.
    const probe::Meeting meeting(2);
    const auto meet = [&](int oven) -> Report {
        return [note = into(seen[oven]), meeting](const Recipe& recipe, int grams) {
            note(recipe, grams);
            meeting.arrive_and_wait();
        };
    };
    bake({"rye", 500}, {1, 2}, {meet(0), meet(1)});
    EXPECT_EQ(seen[0]->recipe, seen[1]->recipe) << "the recipe was copied";
}

TEST(RcOnTwoThreads, the_ovens_bake_at_the_same_time) {
    auto meeting = std::make_shared<probe::Meeting>(3);
    const Report meet = [meeting](const Recipe&, int) { meeting->arrive_and_wait(); };
    bake({"rye", 500}, {1, 1, 1}, {meet, meet, meet});
    EXPECT_EQ(meeting->arrived(), 3);
}

TEST(RcOnTwoThreads, it_waits_for_every_oven) {
    probe::StillGate gate;
    const Report slow = [gate](const Recipe&, int) { gate.wait(); };
    bake({"rye", 500}, {1, 1}, {slow, [](const Recipe&, int) {}});
    EXPECT_TRUE(gate.opened()) << "came back while an oven was still at work";
}

TEST(RcOnTwoThreads, no_ovens_are_no_problem) {
    EXPECT_NO_THROW(bake({"rye", 500}, {}, {}));
}

INTERLEAVE_TEST(RcOnTwoThreads, bake_comes_back_after_every_oven) {
    auto done = std::make_shared<std::atomic<int>>(0);
    const Report count = [done](const Recipe&, int) { ++*done; };
    bake({"rye", 500}, {1, 1}, {count, count});
    EXPECT_EQ(*done, 2) << "came back while an oven was still at work";
}

INTERLEAVE_TEST(RcOnTwoThreads, the_recipe_outlives_its_last_reader_in_every_order) {
    auto grams = std::make_shared<std::array<int, 2>>();
    bake({"rye", 500}, {1, 2},
         {[grams](const Recipe&, int used) { (*grams)[0] = used; },
          [grams](const Recipe&, int used) { (*grams)[1] = used; }});
    EXPECT_EQ((*grams)[0] + (*grams)[1], 1500);
}

}  // namespace
