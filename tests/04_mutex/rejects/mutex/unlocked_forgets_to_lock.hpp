// verdict: wrong_result
// test: Mutex.unlocked_lets_others_have_the_lock_and_takes_it_back
// why: The guard goes on without the lock, and frees it a second time.

        // [unlocked]
        mutex_->raw_.unlock();
        return std::invoke(std::forward<F>(f));
        // [unlocked]
