// verdict: wrong_result
// why: A value that happens to be zero is taken for the end.

        // [end]
        if constexpr (requires { *it.latest_ == 0; }) {
            if (it.latest_ && *it.latest_ == 0) return true;
        }
        return !it.latest_.has_value();
        // [end]
