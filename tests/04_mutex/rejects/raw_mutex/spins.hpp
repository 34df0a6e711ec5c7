// verdict: timeout
// test: RawMutex.who_waits_for_the_lock_sleeps
// why: It is right in every order, and it costs a core for as long as it waits.

#include <thread>

    // [lock]
    while (!try_lock()) std::this_thread::yield();
    // [lock]

    // [unlock]
    word_.store(kFree, release);
    // [unlock]

    // [try_lock_for]
    const auto start = std::chrono::steady_clock::now();
    while (!try_lock()) {
        if (std::chrono::steady_clock::now() - start >= time) return false;
        std::this_thread::yield();
    }
    return true;
    // [try_lock_for]
