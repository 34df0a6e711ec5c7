// verdict: wrong_result
// why: An exception jumps over the unlock.

        // [with]
        raw_.lock();
        if constexpr (std::is_void_v<std::invoke_result_t<F, T&>>) {
            std::invoke(std::forward<F>(f), value_);
            raw_.unlock();
        } else {
            auto result = std::invoke(std::forward<F>(f), value_);
            raw_.unlock();
            return result;
        }
        // [with]
