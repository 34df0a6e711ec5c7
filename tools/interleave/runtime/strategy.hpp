// Who decides what happens next in an execution.
#pragma once

#include <cstdint>

#include "interleave/runtime/step.hpp"
#include "interleave/runtime/thread_set.hpp"

namespace interleave::runtime {

struct Thread;

// What each thread would do next, at any moment of the execution.
class PendingSteps {
  public:
    PendingSteps() = default;
    explicit PendingSteps(const Thread* threads) : threads_(threads) {}
    const Step& operator[](int thread) const;

  private:
    const Thread* threads_ = nullptr;
};

// A moment at which a thread has to be chosen.
struct ThreadChoice {
    PendingSteps pending;
    ThreadSet ready;  // can take their next step
    ThreadSet lazy;   // sleepers that can wake by themselves
    int current;      // who took the last step, or -1 if it cannot go on
    int standard;     // what a scheduler without ideas does: stay with the current thread
    bool free;        // the current thread gives way: leaving it is no preemption
};

enum class End : std::uint8_t {
    complete,
    failed,   // the execution holds a verdict
    pruned,   // the strategy did not want to see its end
    widened,  // something turned out to be shared; earlier choices overlooked it
};

// The functions that are called in the middle of an execution run on the stack of the explored
// program: they must not call malloc.
class Strategy {
  public:
    virtual ~Strategy() = default;

    // Between executions. False: there is nothing left to run.
    virtual bool prepare() = 0;
    virtual void ended(End end) = 0;

    // In an execution. A thread from ready or lazy, or -1 to prune.
    virtual int pick_thread(const ThreadChoice& choice) = 0;
    // Less than `count`, or -1 to prune.
    virtual int pick_value(int count) = 0;
    // `thread` takes this step now.
    virtual void took(int thread, const Step& step) {
        (void)thread;
        (void)step;
    }
    // At the end of an execution: a thread that could not take this step any more.
    virtual void left(int thread, const Step& step) {
        (void)thread;
        (void)step;
    }
    // The execution did not offer the choices that this schedule offered before.
    virtual bool diverged() const { return false; }
    // Whether steps that no other thread can notice are to be chosen among, too.
    virtual bool wants_all() const { return false; }
};

}  // namespace interleave::runtime
