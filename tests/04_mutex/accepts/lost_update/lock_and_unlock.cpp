// why: By hand, without a guard: right as long as nothing in between throws or returns.

        // [enter]
        mutex_.lock();
        ++visitors_;
        mutex_.unlock();
        // [enter]
