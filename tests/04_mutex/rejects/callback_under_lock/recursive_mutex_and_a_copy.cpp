// verdict: deadlock
// test: CallbackUnderLock.a_callback_may_wait_for_a_thread_that_subscribes
// why: A thread that the callback waits for is not the same thread.

        // [ring]
        const std::lock_guard hold(mutex_);
        const std::vector<Callback> callbacks = callbacks_;
        for (const Callback& callback : callbacks) callback();
        // [ring]

    // [members]
    std::recursive_mutex mutex_;
    std::vector<Callback> callbacks_;
    // [members]
