// verdict: use_after_free
// why: The same thread gets in again, and changes the list that is being walked along.

        // [ring]
        const std::lock_guard hold(mutex_);
        for (const Callback& callback : callbacks_) callback();
        // [ring]

    // [members]
    std::recursive_mutex mutex_;
    std::vector<Callback> callbacks_;
    // [members]
