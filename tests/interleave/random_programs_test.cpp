// Small random programs: what the reduced search finds is what a plain exhaustive search finds.
#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <interleave/interleave.hpp>
#include <map>
#include <mutex>
#include <random>
#include <set>
#include <sstream>
#include <thread>
#include <vector>

namespace {

using interleave::Mode;
using interleave::Options;
using interleave::Result;

enum class Action { load, store, fetch_add, compare_exchange, lock, unlock };

struct Step {
    Action action;
    int object;  // which variable or mutex
    int value;
};

using Steps = std::vector<Step>;
using Program = std::vector<Steps>;

constexpr int kObjects = 3;

Steps random_thread(std::mt19937& random, int length, int objects) {
    const auto below = [&](int count) {
        return static_cast<int>(random() % static_cast<unsigned>(count));
    };
    Steps steps;
    std::set<int> held;
    const bool locks = below(2) == 0;
    for (int i = 0; i < length; ++i) {
        auto action = static_cast<Action>(below(locks ? 6 : 4));
        const int object = below(objects);
        // A mutex is never locked twice by one thread, nor unlocked by another.
        if (action == Action::lock && !held.insert(object).second) action = Action::unlock;
        if (action == Action::unlock && !held.erase(object)) action = Action::load;
        steps.push_back({action, object, 1 + below(2)});
    }
    // Now and then a thread keeps a lock: then others may wait for ever.
    if (below(5) != 0)
        for (const int object : held) steps.push_back({Action::unlock, object, 0});
    return steps;
}

Program random_program(unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&](unsigned count) { return static_cast<int>(random() % count); };
    // A third thread multiplies what the plain search has to run: one step of it is enough.
    const int threads = below(6) == 0 ? 3 : 2;
    const int objects = 1 + below(kObjects);
    Program program;
    for (int i = 0; i < threads; ++i) {
        const int length = threads == 2 ? 2 + below(3) : i == 2 ? 1 : 1 + below(2);
        program.push_back(random_thread(random, length, objects));
    }
    return program;
}

std::string text_of(const Program& program) {
    static constexpr const char* kNames[] = {"load", "store", "fetch_add", "cas", "lock", "unlock"};
    std::ostringstream text;
    for (const Steps& steps : program) {
        for (const Step& step : steps)
            text << kNames[static_cast<int>(step.action)] << ' ' << step.object << ' ' << step.value
                 << "; ";
        text << '\n';
    }
    return text.str();
}

struct Memory {
    std::array<std::atomic<int>, kObjects> variables{};
    std::array<std::mutex, kObjects> mutexes;
};

// Adds what the thread sees to `seen`.
void run_steps(const Steps& steps, Memory& memory, std::string& seen) {
    for (const Step& step : steps) {
        auto& variable = memory.variables[static_cast<std::size_t>(step.object)];
        auto& mutex = memory.mutexes[static_cast<std::size_t>(step.object)];
        int expected = step.value - 1;
        switch (step.action) {
            case Action::load:
                seen += std::to_string(variable.load());
                break;
            case Action::store:
                variable.store(step.value);
                break;
            case Action::fetch_add:
                seen += std::to_string(variable.fetch_add(step.value));
                break;
            case Action::compare_exchange:
                seen += variable.compare_exchange_strong(expected, 7) ? 'y' : 'n';
                break;
            case Action::lock:
                mutex.lock();
                break;
            case Action::unlock:
                mutex.unlock();
                break;
        }
    }
}

std::string run_program(const Program& program) {
    Memory memory;
    std::vector<std::string> seen(program.size());
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < program.size(); ++i)
        threads.emplace_back([&, i] { run_steps(program[i], memory, seen[i]); });
    for (auto& thread : threads) thread.join();
    std::string all;
    for (const std::string& one : seen) all += one + '|';
    for (const auto& variable : memory.variables) all += std::to_string(variable.load());
    return all;
}

std::set<std::string> outcomes_of(const Program& program, Mode mode, Result& result) {
    Options options;
    options.mode = mode;
    options.bound = 100;
    options.max_executions = 2'000'000;
    result = interleave::outcomes(options, [&] { return run_program(program); });
    std::set<std::string> values;
    for (const auto& outcome : result.outcomes) values.insert(outcome.value);
    return values;
}

class RandomPrograms : public testing::TestWithParam<unsigned> {};

// Each is a job of its own, so they run side by side.
constexpr unsigned kPrograms = 50;

TEST_P(RandomPrograms, have_the_same_outcomes_with_and_without_reduction) {
    for (unsigned seed = GetParam() * kPrograms; seed < (GetParam() + 1) * kPrograms; ++seed) {
        const Program program = random_program(seed);
        Result reduced, plain;
        const auto some = outcomes_of(program, Mode::dpor, reduced);
        const auto all = outcomes_of(program, Mode::bounded, plain);
        EXPECT_EQ(some, all) << "seed " << seed << '\n' << text_of(program);
        EXPECT_TRUE(plain.exhausted) << "seed " << seed;
        EXPECT_TRUE(reduced.exhausted) << "seed " << seed;
        EXPECT_EQ(reduced.traces, plain.traces) << "seed " << seed << '\n' << text_of(program);
    }
}

INSTANTIATE_TEST_SUITE_P(Part, RandomPrograms, testing::Range(0u, 6u));

}  // namespace
