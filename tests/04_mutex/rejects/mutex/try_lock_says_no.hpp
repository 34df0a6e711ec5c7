// verdict: wrong_result
// why: The lock is taken and never given back.

        // [try_lock]
        if (raw_.try_lock()) return std::nullopt;
        return MutexGuard<T>(*this);
        // [try_lock]
