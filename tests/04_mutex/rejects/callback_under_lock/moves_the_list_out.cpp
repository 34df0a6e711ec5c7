// verdict: wrong_result
// why: After the first ring nobody is subscribed any more.

        // [ring]
        std::vector<Callback> callbacks;
        {
            const std::lock_guard hold(mutex_);
            callbacks = std::move(callbacks_);
            callbacks_.clear();
        }
        for (const Callback& callback : callbacks) callback();
        // [ring]
