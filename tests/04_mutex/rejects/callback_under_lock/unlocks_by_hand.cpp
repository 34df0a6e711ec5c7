// verdict: deadlock
// why: A callback that throws leaves the lock taken when the calls stand between lock and unlock.

        // [ring]
        mutex_.lock();
        const std::vector<Callback> callbacks = callbacks_;
        for (const Callback& callback : callbacks) callback();
        mutex_.unlock();
        // [ring]
