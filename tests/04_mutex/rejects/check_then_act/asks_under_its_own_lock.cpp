// verdict: deadlock
// why: free_seats() locks the mutex that the caller holds already.

        // [sell]
        const std::lock_guard hold(mutex_);
        if (free_seats() == 0) return false;
        --free_;
        return true;
        // [sell]
