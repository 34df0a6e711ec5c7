// why: A std::timed_mutex inside. A time of zero or less is try_lock, and a very long one is cut.

        // [unlocked]
        mutex_->raw_.unlock();
        struct Relock {
            ~Relock() { raw.lock(); }
            std::timed_mutex& raw;
        } relock{mutex_->raw_};
        return std::invoke(std::forward<F>(f));
        // [unlocked]

    // [members]
    mutable std::timed_mutex raw_;
    mutable T value_;
    // [members]
