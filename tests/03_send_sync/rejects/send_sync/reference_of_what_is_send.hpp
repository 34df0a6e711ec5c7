// verdict: wrong_result
// test: SendSync.a_reference_travels_exactly_when_what_it_refers_to_is_sync
// why: A reference hands over nothing: two threads have the object afterwards.

    // [reference_is_send]
    return Send<T>;
    // [reference_is_send]
