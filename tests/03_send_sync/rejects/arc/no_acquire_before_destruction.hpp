// verdict: data_race
// test: Arc.nobody_destroys_what_another_owner_still_reads
// why: Release alone orders nothing: the owner that destroys has to acquire what the others
// released.

        // [drop]
        if (!block_ || block_->owners.fetch_sub(1, release) != 1) return;
        delete block_;
        // [drop]
