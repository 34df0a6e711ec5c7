// verdict: timeout
// why: It is right in every order, and it costs a core for as long as it waits.

#include <thread>

    // [lock_shared]
    while (!try_lock_shared()) std::this_thread::yield();
    // [lock_shared]

    // [lock]
    while (!try_lock()) {
        word_.fetch_or(kWaiting, relaxed);
        std::this_thread::yield();
    }
    // [lock]
