// verdict: data_race
// test: Arc.of_two_owners_who_want_the_value_out_at_most_one_gets_it
// why: The value is moved out, although another owner may be about to do the same.

        // [try_unwrap]
        const bool shared = strong_count() > 1;
        if (shared && !get_mut()) {
            // The others are about to go, so the value is as good as ours.
        }
        T value = std::move(block_->value);
        if (shared) return std::unexpected(std::move(*this));
        return value;
        // [try_unwrap]
