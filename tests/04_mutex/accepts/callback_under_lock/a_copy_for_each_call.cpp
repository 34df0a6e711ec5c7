// why: The list only grows, so the number of those who were there is enough, and one copy at a
// time.

        // [ring]
        mutex_.lock();
        const std::size_t count = callbacks_.size();
        for (std::size_t i = 0; i < count; ++i) {
            const Callback callback = callbacks_[i];
            mutex_.unlock();
            callback();
            mutex_.lock();
        }
        mutex_.unlock();
        // [ring]
