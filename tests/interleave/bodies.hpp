// What several tests of the library explore.
#pragma once

#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <mutex>
#include <thread>

namespace tested {

inline long futex(std::atomic<unsigned>& word, int operation, unsigned value) {
    return syscall(SYS_futex, &word, operation, value, nullptr, nullptr, 0);
}

inline void take_in_opposite_orders() {
    std::mutex left, right;
    std::thread a([&] {
        std::lock_guard first(left);
        std::lock_guard second(right);
    });
    std::thread b([&] {
        std::lock_guard first(right);
        std::lock_guard second(left);
    });
    a.join();
    b.join();
}

}  // namespace tested
