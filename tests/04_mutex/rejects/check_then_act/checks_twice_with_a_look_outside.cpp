// verdict: data_race
// why: The first look is a data race, even though the second one decides.

        // [sell]
        if (free_ == 0) return false;
        const std::lock_guard hold(mutex_);
        if (free_ == 0) return false;
        --free_;
        return true;
        // [sell]
