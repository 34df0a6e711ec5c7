// verdict: data_race
// test: Arc.who_may_change_the_value_comes_after_all_who_have_read_it
// why: strong_count() is relaxed: a 1 says that the others are gone, and not that what they did is
// done.

        // [get_mut]
        return strong_count() == 1 ? &block_->value : nullptr;
        // [get_mut]
