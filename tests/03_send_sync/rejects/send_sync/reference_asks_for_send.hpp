// verdict: wrong_result
// test: SendSync.a_reference_travels_exactly_when_what_it_refers_to_is_sync
// why: What a reference refers to stays where it is, so only Sync matters.

    // [reference_is_send]
    return Send<T> && Sync<std::remove_const_t<T>>;
    // [reference_is_send]
