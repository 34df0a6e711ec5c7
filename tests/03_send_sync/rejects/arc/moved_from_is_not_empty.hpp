// verdict: wrong_result
// test: Arc.a_move_hands_the_ownership_on_and_leaves_an_empty_arc
// why: A move that leaves the pointer behind makes an owner that nobody counted.

    // [move]
    Arc(Arc&& other) noexcept : block_(other.block_) {}
    // [move]
