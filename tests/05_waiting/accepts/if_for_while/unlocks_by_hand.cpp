// why: The result is read under the lock, and the lock is let go before the return.

        // [take]
        std::unique_lock hold(mutex_);
        while (true) {
            if (loaves_ > 0) {
                const int left = --loaves_;
                hold.unlock();
                return left;
            }
            baked_.wait(hold);
        }
        // [take]
