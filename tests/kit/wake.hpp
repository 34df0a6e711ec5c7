// Wake-ups for no reason, when a test wants them.
#pragma once

#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <climits>
#include <cstdint>

namespace probe {

// Wakes whoever sleeps on a futex inside of the object, and changes nothing. How many did: a thread
// is counted only when it really sleeps there, so a test can tell "asleep" from "on its way".
//
// Threads: any. Memory ordering: none.
template <typename T>
int wake_for_no_reason(const T& object) {
    static_assert(alignof(T) >= alignof(std::uint32_t));
    const char* const begin = reinterpret_cast<const char*>(&object);
    long woken = 0;
    for (std::size_t at = 0; at + sizeof(std::uint32_t) <= sizeof(T); at += sizeof(std::uint32_t)) {
        woken += syscall(SYS_futex, begin + at, FUTEX_WAKE_PRIVATE, INT_MAX, nullptr, nullptr, 0);
    }
    return static_cast<int>(woken);
}

}  // namespace probe
