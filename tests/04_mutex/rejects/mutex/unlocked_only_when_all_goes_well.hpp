// verdict: wrong_result
// test: Mutex.unlocked_takes_the_lock_back_when_f_throws
// why: When f throws, the guard is left without its lock.

        // [unlocked]
        mutex_->raw_.unlock();
        if constexpr (std::is_void_v<std::invoke_result_t<F>>) {
            std::invoke(std::forward<F>(f));
            mutex_->raw_.lock();
        } else {
            auto result = std::invoke(std::forward<F>(f));
            mutex_->raw_.lock();
            return result;
        }
        // [unlocked]
