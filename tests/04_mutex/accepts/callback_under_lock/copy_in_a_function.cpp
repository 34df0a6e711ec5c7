// why: A lambda that is called at once copies the list under the lock.

        // [ring]
        const auto callbacks = [&] {
            const std::lock_guard hold(mutex_);
            return callbacks_;
        }();
        for (const Callback& callback : callbacks) callback();
        // [ring]
