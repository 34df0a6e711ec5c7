// verdict: wrong_result
// test: Arc.a_move_assignment_drops_the_old_value_and_leaves_an_empty_arc
// why: The old value is not dropped, the other Arc has it now, and may live long.

        // [move_assign]
        std::swap(block_, other.block_);
        // [move_assign]
