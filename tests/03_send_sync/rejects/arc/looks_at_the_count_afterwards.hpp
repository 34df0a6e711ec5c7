// verdict: data_race
// why: Between counting down and looking, another owner counts down and destroys; then the count is
// read in a block that is gone, or both find 0.

        // [drop]
        if (!block_) return;
        block_->owners.fetch_sub(1, acq_rel);
        if (block_->owners.load(acquire) == 0) delete block_;
        // [drop]
