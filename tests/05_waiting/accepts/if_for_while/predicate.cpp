// why: The loop is in the library.

        // [take]
        std::unique_lock hold(mutex_);
        baked_.wait(hold, [this] { return loaves_ > 0; });
        return --loaves_;
        // [take]
