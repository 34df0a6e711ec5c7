// verdict: wrong_result
// test: CallbackUnderLock.a_callback_may_subscribe_another_one
// why: The list grows during the ring, and those who are new are called too.

        // [ring]
        for (std::size_t i = 0;; ++i) {
            Callback callback;
            {
                const std::lock_guard hold(mutex_);
                if (i == callbacks_.size()) return;
                callback = callbacks_[i];
            }
            callback();
        }
        // [ring]
