// why: Every function makes its own std::unique_lock, and a guard adopts what it holds.

        // [unlocked]
        mutex_->raw_.unlock();
        try {
            if constexpr (std::is_void_v<std::invoke_result_t<F>>) {
                std::invoke(std::forward<F>(f));
                mutex_->raw_.lock();
            } else {
                auto result = std::invoke(std::forward<F>(f));
                mutex_->raw_.lock();
                return result;
            }
        } catch (...) {
            mutex_->raw_.lock();
            throw;
        }
        // [unlocked]

        // [lock]
        std::unique_lock hold(raw_);
        MutexGuard<T> guard(*this);
        hold.release();
        return guard;
        // [lock]

        // [try_lock]
        std::optional<MutexGuard<T>> guard;
        if (raw_.try_lock()) guard.emplace(MutexGuard<T>(*this));
        return guard;
        // [try_lock]

        // [with]
        const std::lock_guard hold(raw_);
        return std::invoke(std::forward<F>(f), value_);
        // [with]
