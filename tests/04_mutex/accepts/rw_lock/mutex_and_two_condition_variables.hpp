// why: Two queues under a mutex: one for readers and one for writers, who come first.

#include <condition_variable>

    // [members]
    std::mutex mutex_;
    std::condition_variable readers_may_, writers_may_;
    int readers_ = 0;
    int waiting_ = 0;  // writers
    bool writing_ = false;
    // [members]

    // [try_lock_shared]
    const std::lock_guard hold(mutex_);
    if (writing_ || waiting_ > 0) return false;
    ++readers_;
    return true;
    // [try_lock_shared]

    // [lock_shared]
    std::unique_lock hold(mutex_);
    readers_may_.wait(hold, [&] { return !writing_ && waiting_ == 0; });
    ++readers_;
    // [lock_shared]

    // [unlock_shared]
    const std::lock_guard hold(mutex_);
    if (--readers_ == 0 && waiting_ > 0) writers_may_.notify_one();
    // [unlock_shared]

    // [try_lock]
    const std::lock_guard hold(mutex_);
    if (writing_ || readers_ > 0) return false;
    return writing_ = true;
    // [try_lock]

    // [lock]
    std::unique_lock hold(mutex_);
    ++waiting_;
    writers_may_.wait(hold, [&] { return !writing_ && readers_ == 0; });
    --waiting_;
    writing_ = true;
    // [lock]

    // [unlock]
    const std::lock_guard hold(mutex_);
    writing_ = false;
    writers_may_.notify_one();
    readers_may_.notify_all();
    // [unlock]
