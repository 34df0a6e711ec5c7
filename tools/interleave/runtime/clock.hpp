// Vector clocks: how much of each thread's past another thread, or an object, knows.
#pragma once

#include <cstdint>

#include "interleave/runtime/thread_set.hpp"

namespace interleave::runtime {

// A moment of one thread: thread and clock in one word. 0 is "never".
using Epoch = std::uint32_t;
inline constexpr int kClockBits = 25;
inline constexpr std::uint32_t kMaxClock = (1u << kClockBits) - 1;
constexpr Epoch make_epoch(int thread, std::uint32_t clock) {
    return static_cast<Epoch>(thread) << kClockBits | clock;
}
constexpr int thread_of(Epoch epoch) {
    return static_cast<int>(epoch >> kClockBits);
}
constexpr std::uint32_t clock_of(Epoch epoch) {
    return epoch & kMaxClock;
}

// Entries beyond size are 0 and not stored.
struct VectorClock {
    std::uint32_t size = 0;
    std::uint32_t entries[kMaxThreads];

    std::uint32_t operator[](int thread) const {
        return static_cast<std::uint32_t>(thread) < size ? entries[thread] : 0;
    }
    void set(int thread, std::uint32_t clock) {
        while (size <= static_cast<std::uint32_t>(thread)) entries[size++] = 0;
        entries[thread] = clock;
    }
    bool knows(Epoch epoch) const { return clock_of(epoch) <= (*this)[thread_of(epoch)]; }
    void clear() { size = 0; }
    void assign(const VectorClock& other) {
        size = other.size;
        for (std::uint32_t i = 0; i < size; ++i) entries[i] = other.entries[i];
    }
    void merge(const VectorClock& other) {
        while (size < other.size) entries[size++] = 0;
        for (std::uint32_t i = 0; i < other.size; ++i)
            if (other.entries[i] > entries[i]) entries[i] = other.entries[i];
    }
    // Whether every entry of `other` is known here; if not, *who is a thread that is not.
    bool covers(const VectorClock& other, int* who) const {
        for (std::uint32_t i = 0; i < other.size; ++i) {
            if (other.entries[i] > (*this)[static_cast<int>(i)]) {
                *who = static_cast<int>(i);
                return false;
            }
        }
        return true;
    }
};

}  // namespace interleave::runtime
