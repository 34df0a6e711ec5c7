// verdict: data_race
// test: CallbackUnderLock.one_thread_rings_while_another_one_subscribes
// why: Without a lock nobody waits, and the list is changed while it is copied.

        // [ring]
        const std::vector<Callback> callbacks = callbacks_;
        for (const Callback& callback : callbacks) callback();
        // [ring]
