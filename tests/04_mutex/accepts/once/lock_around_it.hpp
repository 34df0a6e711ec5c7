// why: A mutex that is held while f runs: who waits sleeps in the lock.

#include <mutex>

        // [call]
        if (done_) return;
        const std::lock_guard hold(mutex_);
        if (done_) return;
        std::invoke(std::forward<F>(f));
        done_ = true;
        // [call]

        // [is_done]
        return done_;
        // [is_done]

    // [members]
    mutable std::mutex mutex_;
    mutable std::atomic<bool> done_ = false;
    // [members]
