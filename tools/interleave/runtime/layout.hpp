// Where the explored program's stacks and heaps lie. Every execution, in every run, has them at
// the same addresses: a replay must see the same pointers.
#pragma once

#include <cstddef>
#include <cstdint>

#include "interleave/runtime/thread_set.hpp"

namespace interleave::runtime {

// Each thread has a slot for its stack with its thread-local storage on top, and a slot for the
// blocks that it allocates. A slot is address space; memory is taken when it is touched.
inline constexpr std::uintptr_t kStacks = 0x100000000000;
inline constexpr std::uintptr_t kStackSlot = std::uintptr_t{64} << 20;
inline constexpr std::uintptr_t kStacksEnd = kStacks + kMaxThreads * kStackSlot;
inline constexpr std::uintptr_t kHeaps = 0x110000000000;
inline constexpr std::uintptr_t kHeapSlot = std::uintptr_t{8} << 30;
inline constexpr std::uintptr_t kHeapsEnd = kHeaps + kMaxThreads * kHeapSlot;

inline bool on_heap(std::uintptr_t address) {
    return address - kHeaps < kHeapsEnd - kHeaps;
}
inline bool on_stack(std::uintptr_t address) {
    return address - kStacks < kStacksEnd - kStacks;
}
inline int stack_owner(std::uintptr_t address) {
    return static_cast<int>((address - kStacks) / kStackSlot);
}

}  // namespace interleave::runtime
