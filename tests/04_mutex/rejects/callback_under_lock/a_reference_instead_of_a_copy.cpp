// verdict: use_after_free
// why: A reference to the list is the list.

        // [ring]
        const std::vector<Callback>* callbacks = nullptr;
        {
            const std::lock_guard hold(mutex_);
            callbacks = &callbacks_;
        }
        for (const Callback& callback : *callbacks) callback();
        // [ring]
