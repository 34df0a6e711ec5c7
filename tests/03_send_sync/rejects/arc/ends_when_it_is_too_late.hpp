// verdict: wrong_result
// test: Arc.more_owners_than_half_a_size_t_can_count_end_the_program
// why: Other threads copy before the program ends; half of the numbers are left for them.

        // [copy]
        if (block_ &&
            block_->owners.fetch_add(1, relaxed) == std::numeric_limits<std::size_t>::max()) {
            std::abort();
        }
        // [copy]
