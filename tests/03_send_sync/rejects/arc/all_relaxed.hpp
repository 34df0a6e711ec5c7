// verdict: data_race
// test: Arc.nobody_destroys_what_another_owner_still_reads
// why: The count is right and every step of it atomic, but nothing orders the last read of one
// owner before the destruction by another.

        // [drop]
        if (!block_ || block_->owners.fetch_sub(1, relaxed) != 1) return;
        delete block_;
        // [drop]

        // [get_mut]
        return block_->owners.load(relaxed) == 1 ? &block_->value : nullptr;
        // [get_mut]
