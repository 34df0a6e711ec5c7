// why: One callback is copied at a time, up to as many as there were at the beginning.

        // [ring]
        std::unique_lock hold(mutex_);
        const std::size_t count = callbacks_.size();
        for (std::size_t i = 0; i < count; ++i) {
            const Callback callback = callbacks_[i];
            hold.unlock();
            callback();
            hold.lock();
        }
        // [ring]
