// What the tests use to find out whether code is really concurrent, waits for what it must wait
// for and copies nothing. None of them looks at a clock: the grader watches the whole process and
// acts only on the proof that every thread of it sleeps.
#pragma once

#include <atomic>
#include <memory>
#include <utility>

namespace probe {

// Tasks that must be under way at the same time meet here. A program that runs them one after
// another never gets them all together: it stands still, and the verdict is `not_concurrent`.
//
// A copy is the same meeting, and it lives as long as one of the copies does.
//
// Threads: any. Memory ordering: what a thread did before arriving happens before everything that
// any of them does after the meeting.
class Meeting {
  public:
    explicit Meeting(int expected);
    Meeting(const Meeting& same);
    Meeting& operator=(const Meeting&) = delete;
    ~Meeting();

    void arrive_and_wait() const;
    int arrived() const;

  private:
    struct Impl;
    std::shared_ptr<Impl> impl_;
};

// A door that the grader opens when every thread of the program sleeps, and not before. A task
// that waits at it is therefore still unfinished until the caller really waits for the task.
//
//     probe::StillGate gate;
//     run_the_code_under_test([&] { gate.wait(); });
//     EXPECT_TRUE(gate.opened()) << "came back while the task was still at work";
//
// Threads: any. Memory ordering: none; pass data by other means. A gate outlives its waiters on
// its own: a copy shares the door, so capture it by value where the code under test may be wrong.
class StillGate {
  public:
    StillGate();
    StillGate(const StillGate& same);
    StillGate& operator=(const StillGate&) = delete;
    ~StillGate();
    void wait() const;  // until the door is open
    bool opened() const;

  private:
    struct Impl;
    std::shared_ptr<Impl> impl_;
};

// Threads of this process that are alive now, without a sanitizer's own.
int live_threads();

// A value that counts its copies, its moves and the instances that are alive.
// Threads: any.
class Tracked {
  public:
    explicit Tracked(int value = 0) : value_(value) { ++alive_; }
    Tracked(const Tracked& other) : value_(other.value_) { ++alive_, ++copies_; }
    Tracked(Tracked&& other) noexcept : value_(std::exchange(other.value_, kMovedFrom)) {
        ++alive_, ++moves_;
    }
    Tracked& operator=(const Tracked& other) {
        value_ = other.value_;
        ++copies_;
        return *this;
    }
    Tracked& operator=(Tracked&& other) noexcept {
        value_ = std::exchange(other.value_, kMovedFrom);
        ++moves_;
        return *this;
    }
    ~Tracked() { --alive_; }

    static constexpr int kMovedFrom = -1;
    int value() const { return value_; }

    static void reset() { copies_ = moves_ = 0; }
    static int alive() { return alive_; }
    static int copies() { return copies_; }
    static int moves() { return moves_; }

  private:
    int value_;
    static inline std::atomic<int> alive_{0}, copies_{0}, moves_{0};
};

}  // namespace probe
