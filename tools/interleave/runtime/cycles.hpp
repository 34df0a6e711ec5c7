// Finds executions that go round in circles: the whole state of the program is the same as before,
// and every thread that could go on had its turn in between. They could do so for ever.
#pragma once

#include "interleave/runtime/execution.hpp"

namespace interleave::runtime {

class Cycles {
  public:
    void reset();
    // After a failed try: such a loop changes memory, but may change it back.
    bool after_failed_try(const Thread& self);
    // For each step of a long execution (Brent's method: one remembered state, twice as far on
    // each time). True if the state is the remembered one.
    bool after_many_steps(const Thread& self);
    // std::lock goes round like this, and gets out in the end.
    static bool on_purpose(const Thread& self);
    // The last cycle left out a thread that could have gone on.
    bool unfair() const { return unfair_; }

  private:
    struct State {
        std::uint64_t hash, sketch;
        std::uint32_t turns[kMaxThreads];
    };
    void remember(State& state, std::uint64_t hash, const Thread& self);
    bool everybody_ran_since(const State& state) const;

    State tried_[16];
    int tried_count_ = 0;
    State mark_;
    std::uint64_t next_mark_ = 0;
    bool unfair_ = false;
};

extern Cycles cycles;

}  // namespace interleave::runtime
