// verdict: use_after_free
// why: Unlocking for the call is right; the iterators do not survive it.

        // [ring]
        std::unique_lock hold(mutex_);
        for (const Callback& callback : callbacks_) {
            hold.unlock();
            callback();
            hold.lock();
        }
        // [ring]
