// verdict: data_race
// why: The check reads what another counter writes.

        // [sell]
        if (free_ == 0) return false;
        const std::lock_guard hold(mutex_);
        --free_;
        return true;
        // [sell]
