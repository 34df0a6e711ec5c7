// verdict: leak
// why: Two owners see a count of 2, both count down, and nobody destroys.

        // [drop]
        if (!block_) return;
        if (block_->owners.load(acquire) == 1) {
            delete block_;
        } else {
            block_->owners.fetch_sub(1, release);
        }
        // [drop]
