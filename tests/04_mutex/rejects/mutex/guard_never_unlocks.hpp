// verdict: deadlock
// why: The guard goes, the lock stays.

        // [guard_destructor]
        mutex_ = nullptr;
        // [guard_destructor]
