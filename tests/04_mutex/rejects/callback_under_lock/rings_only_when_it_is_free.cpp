// verdict: wrong_result
// test: CallbackUnderLock.one_thread_rings_while_another_one_subscribes
// why: A lock that is taken is no reason to call nobody.

        // [ring]
        std::vector<Callback> callbacks;
        {
            const std::unique_lock hold(mutex_, std::try_to_lock);
            if (!hold) return;
            callbacks = callbacks_;
        }
        for (const Callback& callback : callbacks) callback();
        // [ring]
