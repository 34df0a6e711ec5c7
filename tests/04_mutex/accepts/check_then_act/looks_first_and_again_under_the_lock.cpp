// why: The look outside saves a hall that is sold out the work; the one under the lock decides.

        // [sell]
        if (free_seats() == 0) return false;
        const std::lock_guard hold(mutex_);
        if (free_ == 0) return false;
        --free_;
        return true;
        // [sell]
