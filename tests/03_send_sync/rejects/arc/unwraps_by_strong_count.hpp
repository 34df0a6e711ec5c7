// verdict: data_race
// test: Arc.who_takes_the_value_out_comes_after_all_who_have_read_it
// why: A relaxed 1 says that the others are gone, and not that they are done reading.

        // [try_unwrap]
        if (strong_count() != 1) return std::unexpected(std::move(*this));
        return std::move(block_->value);
        // [try_unwrap]
