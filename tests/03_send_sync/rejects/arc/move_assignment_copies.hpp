// verdict: wrong_result
// test: Arc.a_move_assignment_drops_the_old_value_and_leaves_an_empty_arc
// why: The other Arc stays an owner, so nothing was handed on.

        // [move_assign]
        *this = std::as_const(other);
        // [move_assign]
