// why: Everybody sleeps in one place and looks again.

#include <condition_variable>

    // [members]
    bool reader_may() const { return !writing_ && waiting_ == 0; }
    bool writer_may() const { return !writing_ && readers_ == 0; }

    std::mutex mutex_;
    std::condition_variable changed_;
    int readers_ = 0;
    int waiting_ = 0;  // writers
    bool writing_ = false;
    // [members]

    // [try_lock_shared]
    const std::lock_guard hold(mutex_);
    if (!reader_may()) return false;
    ++readers_;
    return true;
    // [try_lock_shared]

    // [lock_shared]
    std::unique_lock hold(mutex_);
    changed_.wait(hold, [&] { return reader_may(); });
    ++readers_;
    // [lock_shared]

    // [unlock_shared]
    const std::lock_guard hold(mutex_);
    --readers_;
    changed_.notify_all();
    // [unlock_shared]

    // [try_lock]
    const std::lock_guard hold(mutex_);
    return writer_may() && (writing_ = true);
    // [try_lock]

    // [lock]
    std::unique_lock hold(mutex_);
    ++waiting_;
    changed_.wait(hold, [&] { return writer_may(); });
    --waiting_;
    writing_ = true;
    // [lock]

    // [unlock]
    const std::lock_guard hold(mutex_);
    writing_ = false;
    changed_.notify_all();
    // [unlock]
