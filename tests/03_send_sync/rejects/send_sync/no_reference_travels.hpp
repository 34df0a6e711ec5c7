// verdict: wrong_result
// test: SendSync.a_reference_travels_exactly_when_what_it_refers_to_is_sync
// why: What is made for several threads may be used through a reference.

    // [reference_is_send]
    return false;
    // [reference_is_send]
