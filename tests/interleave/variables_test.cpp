// What a report calls the memory that the schedule is about.
#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <condition_variable>
#include <interleave/interleave.hpp>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace {

using interleave::explore;
using interleave::Result;

using Names = std::set<std::string>;

// What the steps of the first failing execution act on, without threads.
Names names_in(void (*body)()) {
    const Result result = explore({}, body);
    EXPECT_EQ(to_string(result.verdict), std::string("wrong_result")) << result.message;
    Names names;
    for (const auto& event : result.events)
        if (!event.object.empty() && !event.object.starts_with("thread"))
            names.insert(event.object);
    return names;
}

class Account {
  public:
    void pay(int amount) {
        const std::lock_guard hold(lock_);
        balance_ += amount;
    }

  private:
    std::mutex lock_;
    std::atomic<int> balance_ = 0;
};

struct Node {
    std::atomic<int> value = 0;
    std::unique_ptr<Node> next;
};

std::atomic<int> everybodys = 0;

struct Shelf {
    std::atomic<int> left = 0, right = 0;
};

Shelf shelves[2], spare;
std::atomic<Shelf*> chosen = &spare;

TEST(Variables, of_a_function_have_their_names_in_every_thread) {
    const Names names = names_in([] {
        std::mutex left, right;
        std::condition_variable changed;
        std::atomic<int> counter = 0;
        const auto work = [&](std::mutex& first, std::mutex& second) {
            const std::scoped_lock hold(first, second);
            ++counter;
            ++everybodys;
            changed.notify_one();
        };
        std::thread other(work, std::ref(left), std::ref(right));
        work(right, left);
        other.join();
        interleave::fail("enough");
    });
    EXPECT_EQ(names, (Names{"left", "right", "changed", "counter", "everybodys"}));
}

TEST(Variables, have_members_and_elements) {
    const Names names = names_in([] {
        Account mine;
        std::array<std::atomic<int>, 2> slots{};
        std::atomic<int> plain[3] = {};
        std::vector<std::mutex> forks(3);
        std::thread other([&] {
            mine.pay(1);
            ++slots[1];
            ++plain[2];
            const std::lock_guard hold(forks[2]);
        });
        other.join();
        interleave::fail("enough");
    });
    EXPECT_EQ(names, (Names{"mine.lock_", "mine.balance_", "slots[1]", "plain[2]", "forks[2]"}));
}

TEST(Variables, of_the_whole_program_have_members_elements_and_addresses) {
    const auto body = [] {
        std::thread other([] {
            ++shelves[1].right;
            ++spare.right;
            chosen = &shelves[0];
        });
        ++chosen.load()->right;
        other.join();
        interleave::fail("enough");
    };
    EXPECT_EQ(names_in(body), (Names{"shelves[1].right", "spare.right", "chosen"}));
    std::string values;
    for (const auto& event : explore({}, body).events)
        if (event.object == "chosen") values += event.value + " ";
    EXPECT_EQ(values, "&spare &shelves ");
}

TEST(Variables, that_race_are_steps_with_values_where_races_are_no_failure) {
    interleave::Options options;
    options.races = false;
    const Result result = explore(options, [] {
        int owners = 2;
        const auto go = [&] {
            const int before = owners;
            owners = before - 1;
        };
        std::thread first(go), second(go);
        first.join();
        second.join();
        if (owners == 1) interleave::fail("one is lost");
    });
    std::vector<std::string> steps;
    for (const auto& event : result.events)
        if (event.object == "owners") steps.push_back(event.action + " " + event.value);
    EXPECT_EQ(steps, (std::vector<std::string>{"write 2", "read 2", "read 2", "write 1", "write 1",
                                               "read 1"}));
}

TEST(Variables, on_the_heap_are_named_by_the_way_that_leads_there) {
    const Names names = names_in([] {
        const auto shared = std::make_shared<std::atomic<int>>(0);
        const auto account = std::make_unique<Account>();
        Node list;
        list.next = std::make_unique<Node>();
        auto* const raw = new std::atomic<int>(0);
        std::thread other([&, shared] {
            ++*shared;
            account->pay(2);
            ++list.next->value;
            ++*raw;
        });
        other.join();
        delete raw;
        interleave::fail("enough");
    });
    EXPECT_EQ(names, (Names{"*shared", "shared (count of owners)", "account->lock_",
                            "account->balance_", "list.next->value", "*raw"}));
}

TEST(Variables, of_one_name_are_told_apart) {
    const Names names = names_in([] {
        const auto count = [] {
            std::atomic<int> total = 0;
            std::thread other([&] { ++total; });
            other.join();
        };
        count();
        std::thread second(count);
        second.join();
        interleave::fail("enough");
    });
    EXPECT_EQ(names, (Names{"total", "total (2)"}));
}

}  // namespace
