// The futex waits without a time-out: where every wait for another thread ends.
#pragma once

#include <cstdint>
#include <optional>

#include "course/stacks/stopped_process.hpp"

namespace course {

struct FutexWait {
    std::uint64_t word;      // its address
    std::uint32_t expected;  // sleeps as long as the word has this value
    bool shared;             // may be woken through another mapping of the memory, or by the kernel
    bool lock_pi;            // sleeps as long as the word names an owner; `expected` means nothing
};

// The wait that the call is, if it is one without a time-out.
std::optional<FutexWait> endless_futex_wait(const SystemCall& call);

// The same with a time-out or without.
std::optional<FutexWait> futex_wait(const SystemCall& call);

}  // namespace course
