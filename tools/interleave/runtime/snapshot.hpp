// The explored program's global variables, put back before every execution.
#pragma once

#include <cstdint>

#include "interleave/runtime/heap.hpp"

namespace interleave::runtime {

// Remembers the writable data of the executable, and every block of the heap that is in use.
void take_snapshot();
void restore_snapshot();
// Takes the program's global variables, as they are now, into the hash, with `hash_words`.
std::uint64_t hash_globals(std::uint64_t hash,
                           std::uint64_t (*hash_words)(std::uint64_t hash, std::uintptr_t begin,
                                                       std::uintptr_t end));

// A block of the last execution that neither a global variable nor another block that can be
// reached points to; null if there is none.
Block* find_leak(const Heap& heap);

}  // namespace interleave::runtime
