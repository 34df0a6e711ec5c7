// verdict: data_race
// why: What is given back is read without the lock.

        // [take]
        std::unique_lock hold(mutex_);
        while (loaves_ == 0) baked_.wait(hold);
        --loaves_;
        hold.unlock();
        return loaves_;
        // [take]
