// why: A private function for callers that hold the lock already.

        // [sell]
        const std::lock_guard hold(mutex_);
        if (none_free()) return false;
        --free_;
        return true;
        // [sell]

    // [members]
    // For callers that hold the lock.
    bool none_free() const { return free_ == 0; }

    mutable std::mutex mutex_;
    int free_;
    // [members]
