// why: A flag under a mutex, and a condition variable to sleep on.

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <utility>

    // [members]
    std::mutex mutex_;
    std::condition_variable freed_;
    bool owned_ = false;
    // [members]

    // [try_lock]
    const std::lock_guard hold(mutex_);
    return !std::exchange(owned_, true);
    // [try_lock]

    // [lock]
    std::unique_lock hold(mutex_);
    freed_.wait(hold, [&] { return !owned_; });
    owned_ = true;
    // [lock]

    // [unlock]
    const std::lock_guard hold(mutex_);
    owned_ = false;
    freed_.notify_one();
    // [unlock]

    // [try_lock_for]
    std::unique_lock hold(mutex_);
    // A year is long enough, and the clock does not overflow.
    const auto most = std::min<std::chrono::nanoseconds>(time, std::chrono::hours(24 * 365));
    if (!freed_.wait_for(hold, most, [&] { return !owned_; })) return false;
    owned_ = true;
    return true;
    // [try_lock_for]
