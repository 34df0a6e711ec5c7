// verdict: wrong_result
// test: SendSync.a_number_that_can_be_changed_is_not_for_several_threads
// why: An int may travel, and two threads that use one at the same time race.

    // [scalar_is_sync]
    return scalar_is_send<std::remove_const_t<T>>();
    // [scalar_is_sync]
