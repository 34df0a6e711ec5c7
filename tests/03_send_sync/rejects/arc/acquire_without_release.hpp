// verdict: data_race
// test: Arc.nobody_destroys_what_another_owner_still_reads
// why: The last owner acquires, but the others have released nothing that it could see.

        // [drop]
        if (!block_ || block_->owners.fetch_sub(1, acquire) != 1) return;
        delete block_;
        // [drop]
