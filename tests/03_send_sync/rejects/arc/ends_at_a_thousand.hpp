// verdict: crash
// why: More than a thousand owners are many, and not too many.

        // [copy]
        if (block_ && block_->owners.fetch_add(1, relaxed) > 1000) {
            std::abort();
        }
        // [copy]
