// verdict: wrong_result
// test: SendSync.a_const_pointer_does_not_protect_what_it_points_to
// why: The pointer cannot be changed, and what it points to can.

    // [scalar_is_sync]
    return std::is_const_v<T>;
    // [scalar_is_sync]
