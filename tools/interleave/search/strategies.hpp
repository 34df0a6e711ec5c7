// The ways to search among all executions.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "interleave/runtime/strategy.hpp"
#include "interleave/runtime/vector.hpp"

namespace interleave::search {

using runtime::End;
using runtime::Step;
using runtime::Strategy;
using runtime::ThreadChoice;
using runtime::ThreadSet;
using runtime::Vector;

// A small fast generator (xorshift64*): the same seed gives the same schedules everywhere.
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed * 0x9e3779b97f4a7c15u + 0x1234567u) {
        for (int i = 0; i < 4; ++i) next();
    }
    std::uint64_t next() {
        if (!state_) state_ = 1;
        state_ ^= state_ >> 12;
        state_ ^= state_ << 25;
        state_ ^= state_ >> 27;
        return state_ * 0x2545f4914f6cdd1du;
    }
    // Less than `count`.
    int below(int count) {
        return static_cast<int>((next() >> 32) * static_cast<std::uint64_t>(count) >> 32);
    }
    double unit() { return static_cast<double>(next() >> 11) * 0x1p-53; }

  private:
    std::uint64_t state_;
};

// What a choice looked like: who could go on, and with which step. The same schedule has to lead
// to the same choices again.
std::uint64_t check_of(const ThreadChoice& choice);

// Every execution with at most `bound` preemptions, early wakes counted as preemptions, depth
// first (iterative context bounding, Musuvathi and Qadeer, 2007).
class Bounded : public Strategy {
  public:
    explicit Bounded(int bound) : bound_(bound) {}
    bool prepare() override;
    void ended(End end) override;
    int pick_thread(const ThreadChoice& choice) override;
    int pick_value(int count) override;

    // The choices of this execution were not those of the one before it, with the same prefix.
    bool diverged() const override { return diverged_; }
    bool finished() const { return finished_; }
    void restart();

  private:
    struct Node {
        ThreadSet rest;       // threads still to try; for a value the bits are values
        std::uint64_t check;  // what the choice looked like
        std::int16_t chosen;
        std::int16_t current;
        std::int16_t spent;  // preemptions before this node
        std::int16_t cost;   // of what is chosen
        ThreadSet lazy;
        bool free, value;
    };
    int cost_of(const Node& node, int chosen) const;
    int replay(std::uint64_t check);

    int bound_;
    Vector<Node> nodes_;
    std::size_t depth_ = 0;
    bool first_ = true, finished_ = false, diverged_ = false;
};

// One execution of each class that differ only in the order of independent steps (source sets
// with sleep sets: Abdulla, Aronis, Jonsson and Sagonas, 2014).
class Dpor : public Strategy {
  public:
    bool prepare() override;
    void ended(End end) override;
    int pick_thread(const ThreadChoice& choice) override;
    int pick_value(int count) override;
    void took(int thread, const Step& step) override;
    void left(int thread, const Step& step) override;

    bool diverged() const override { return diverged_; }
    bool finished() const { return finished_; }
    void restart();

  private:
    struct Node {
        ThreadSet enabled, sleep, backtrack, done;
        std::uint64_t check;
        std::int16_t chosen;
        std::int16_t values;  // of a value: how many; else 0
    };
    struct Event {
        Step step;
        std::int16_t thread;
        std::int32_t node;      // at which it was chosen; -1 for one that was not
        std::int32_t previous;  // the event before it of the same thread
        std::int32_t taken;     // for a release: the event that took the lock; else -1
    };
    const std::uint32_t* clock(std::size_t event) const { return &clocks_[event * width_]; }
    bool happens_before(std::size_t earlier, const std::uint32_t* clock) const {
        return static_cast<std::uint32_t>(earlier) < clock[events_[earlier].thread];
    }
    void find_races();
    void reverse_failure();
    void process(std::size_t index, bool look_for_races);
    void order_after_conflicts(std::size_t index, bool look_for_races);
    std::int32_t lock_of(std::size_t release) const;
    void merge(std::size_t into, std::size_t from);
    void reverse(std::size_t earlier, std::size_t later);
    void log(int thread, const Step& step, int node);

    Vector<Node> nodes_;
    std::size_t depth_ = 0;
    std::size_t branch_ = 0;  // races of events before this node were seen already
    ThreadSet sleep_;
    runtime::PendingSteps pending_;
    int last_node_ = -1;
    Vector<Event> events_;
    std::size_t taken_events_ = 0;  // the others could not happen
    Vector<std::uint32_t> clocks_;
    Vector<std::int32_t> last_of_;  // the last event of each thread
    Vector<std::size_t> first_in_;
    std::size_t width_ = 0;
    bool first_ = true, finished_ = false, diverged_ = false;
};

class RandomWalk : public Strategy {
  public:
    explicit RandomWalk(std::uint64_t seed) : random_(seed) {}
    bool prepare() override { return true; }
    void ended(End) override {}
    int pick_thread(const ThreadChoice& choice) override;
    int pick_value(int count) override { return random_.below(count); }

  private:
    Random random_;
};

// Random priorities that change at `depth` - 1 random moments (Burckhardt, Kothari, Musuvathi and
// Nagarakatte, 2010).
class Pct : public Strategy {
  public:
    Pct(std::uint64_t seed, int depth) : random_(seed), depth_(depth) {}
    bool prepare() override;
    void ended(End end) override;
    int pick_thread(const ThreadChoice& choice) override;
    int pick_value(int count) override { return random_.below(count); }

  private:
    Random random_;
    int depth_;
    int steps_ = 0, longest_ = 1;
    std::int64_t priority_[runtime::kMaxThreads];
    int change_at_[16];
};

// Interleavings of the steps on one object, picked at random for each execution, as evenly as
// their numbers in a first execution allow (selectively uniform random walk, Zhao, Wolff, Mathur
// and Roychoudhury, 2025).
class Surw : public Strategy {
  public:
    explicit Surw(std::uint64_t seed) : random_(seed) {}
    bool prepare() override;
    void ended(End end) override;
    int pick_thread(const ThreadChoice& choice) override;
    int pick_value(int count) override { return random_.below(count); }
    void took(int thread, const Step& step) override;

  private:
    bool interesting(const Step& step) const;
    void choose_intended(const ThreadSet& alive);

    Random random_;
    struct Count {
        std::uintptr_t address;
        std::uint32_t steps[runtime::kMaxThreads];
        std::uint32_t total;
    };
    Vector<Count> counts_;
    std::uint32_t left_[runtime::kMaxThreads];
    std::uintptr_t selected_ = 0;
    bool all_selected_ = false;
    int intended_ = -1;
    bool profiled_ = false;
    bool profiling_ = true;
};

// One schedule again. It stands as who took each step, counted over all steps of all threads.
class Replay : public Strategy {
  public:
    // `loose`: where the schedule cannot be followed, any way will do.
    explicit Replay(bool loose) : loose_(loose) {}
    void set(std::span<const std::uint8_t> order, std::span<const std::uint8_t> values);
    bool prepare() override;
    void ended(End) override {}
    int pick_thread(const ThreadChoice& choice) override;
    int pick_value(int count) override;
    void took(int thread, const Step& step) override;
    bool wants_all() const override { return true; }
    bool diverged() const override { return diverged_; }

  private:
    bool loose_;
    Vector<std::uint8_t> order_, values_;
    std::size_t next_ = 0, next_value_ = 0;
    bool diverged_ = false;
};

// The choices of somebody who steps through: one pick wherever more than one thread can go on.
class Guided : public Strategy {
  public:
    Guided(const std::vector<int>& picks, bool to_the_end)
        : picks_(picks), to_the_end_(to_the_end) {}
    bool prepare() override;
    void ended(End) override {}
    int pick_thread(const ThreadChoice& choice) override;
    int pick_value(int count) override;

    int picked() const { return static_cast<int>(next_); }
    // What there was to pick when it stopped.
    enum class Asked { nothing, turn, value };
    Asked asked() const { return asked_; }
    const ThreadSet& ready() const { return ready_; }
    const ThreadSet& lazy() const { return lazy_; }
    const ThreadSet& waiters() const { return waiters_; }

  private:
    const std::vector<int>& picks_;
    bool to_the_end_;
    std::size_t next_ = 0;
    Asked asked_ = Asked::nothing;
    ThreadSet ready_, lazy_, waiters_;
};

}  // namespace interleave::search
