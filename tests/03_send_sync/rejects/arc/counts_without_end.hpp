// verdict: wrong_result
// test: Arc.more_owners_than_half_a_size_t_can_count_end_the_program
// why: Copies that are never destroyed bring the count round to 0, and then the value is destroyed.

        // [copy]
        if (block_) block_->owners.fetch_add(1, relaxed);
        // [copy]
