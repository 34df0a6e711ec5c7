// why: A wake-up starts from the beginning.

        // [take]
        {
            std::unique_lock hold(mutex_);
            if (loaves_ > 0) return --loaves_;
            baked_.wait(hold, [this] { return loaves_ > 0; });
            if (loaves_ > 0) return --loaves_;
        }
        return take();
        // [take]
