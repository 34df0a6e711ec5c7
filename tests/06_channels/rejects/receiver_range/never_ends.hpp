// verdict: wrong_result
// why: The loop goes on behind the end, and uses a value that is not there.

        // [end]
        return it.receiver_ == nullptr;
        // [end]
