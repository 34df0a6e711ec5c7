// verdict: wrong_result
// test: Arc.an_arc_that_is_assigned_to_itself_keeps_its_value
// why: The assignment takes the new block and leaves the old one without an owner.

        // [assign]
        Arc copy(other);
        block_ = std::exchange(copy.block_, nullptr);
        // [assign]
