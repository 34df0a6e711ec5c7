// verdict: deadlock
// why: Who locks by hand and forgets to unlock stops all the others.

        // [enter]
        mutex_.lock();
        ++visitors_;
        // [enter]
