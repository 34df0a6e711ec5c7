// The ways to give each thread its thread-local storage.
#include <gtest/gtest.h>
#include <sys/auxv.h>

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <interleave/interleave.hpp>
#include <stdexcept>
#include <string>
#include <thread>

namespace {

using interleave::explore;
using interleave::Options;
using interleave::Result;
using interleave::Verdict;

class Way {
  public:
    explicit Way(const char* name) {
        if (const char* before = std::getenv(kVariable)) before_ = before;
        setenv(kVariable, name, 1);
    }
    ~Way() {
        if (before_.empty()) {
            unsetenv(kVariable);
        } else {
            setenv(kVariable, before_.c_str(), 1);
        }
    }
    Way(const Way&) = delete;
    Way& operator=(const Way&) = delete;

  private:
    static constexpr const char* kVariable = "INTERLEAVE_STORAGE";
    std::string before_;
};

// How many addresses errno has in two threads.
std::string addresses_of_errno(const char* name) {
    const Way way(name);
    const Result result = interleave::outcomes({}, [] {
        int* one = nullptr;
        std::thread([&] { one = &errno; }).join();
        return one == &errno ? 1 : 2;
    });
    return result.outcomes.size() == 1 ? result.outcomes.front().value : "?";
}

TEST(Storage, is_changed_the_way_that_is_asked_for) {
    constexpr unsigned long kMayWriteFs = 2;
    const bool may_write = getauxval(AT_HWCAP2) & kMayWriteFs;
    EXPECT_EQ(addresses_of_errno("register"), may_write ? "2" : "1");
    EXPECT_EQ(addresses_of_errno("contents"), "1");
    EXPECT_EQ(addresses_of_errno("system_call"), "2");
}

TEST(Storage, has_no_other_ways) {
    const Way way("cloud");
    EXPECT_THROW(explore({}, [] {}), std::invalid_argument);
}

void lose_an_update() {
    std::atomic<int> value = 0;
    const auto add = [&] { value = value + 1; };
    std::thread one(add), two(add);
    one.join();
    two.join();
    if (value != 2) interleave::fail("lost");
}

// The way must not show: a token from one machine holds on another.
TEST(Storage, is_no_part_of_a_schedule) {
    std::string token;
    for (const char* name : {"register", "contents", "system_call"}) {
        const Way way(name);
        const Result found = explore({}, lose_an_update);
        EXPECT_EQ(found.verdict, Verdict::wrong_result) << found.message;
        if (token.empty()) token = found.schedule;
        EXPECT_EQ(found.schedule, token);
    }
}

TEST(Storage, has_a_handle_for_each_thread) {
    for (const char* name : {"register", "contents", "system_call"}) {
        const Way way(name);
        const Result result = explore({}, [] {
            const std::thread::id own = std::this_thread::get_id();
            std::thread::id other;
            std::thread thread([&] { other = std::this_thread::get_id(); });
            const std::thread::id handle = thread.get_id();
            thread.join();
            if (own == other || own != std::this_thread::get_id() || other != handle)
                interleave::fail("mixed up");
        });
        EXPECT_EQ(result.verdict, Verdict::passed) << name << ": " << result.message;
    }
}

}  // namespace
