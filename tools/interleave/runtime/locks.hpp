// Mutexes, as pthread and C++ use them.
#pragma once

#include "interleave/runtime/execution.hpp"

// Where the stack of the program begins that called one of our functions.
#define CALLER_FRAME (reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0)) + 16)

namespace interleave::runtime {

Object& mutex_at(void* mutex);
// The lock is free and was chosen: takes it.
void take(Thread& self, Object& mutex);
int lock(Thread& self, Object& mutex);
// `frame`: where the caller's part of the stack begins.
int try_lock(Thread& self, Object& mutex, std::uintptr_t frame);
// ETIMEDOUT when the time ends first.
int lock_until(Thread& self, Object& mutex, std::uint64_t deadline);
int unlock(Thread& self, Object& mutex);

}  // namespace interleave::runtime
