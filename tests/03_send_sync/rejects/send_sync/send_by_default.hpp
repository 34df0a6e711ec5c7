// verdict: wrong_result
// test: SendSync.a_pointer_to_an_object_does_not_travel_whatever_it_points_to
// why: Everything travels unless it is forbidden, pointers too.

    // [scalar_is_send]
    return true;
    // [scalar_is_send]
