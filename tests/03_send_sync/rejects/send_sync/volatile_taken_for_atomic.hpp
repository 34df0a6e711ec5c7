// verdict: wrong_result
// test: SendSync.a_number_that_can_be_changed_is_not_for_several_threads
// why: volatile keeps each access in the program, and orders nothing between threads.

    // [scalar_is_sync]
    return (std::is_const_v<T> || std::is_volatile_v<T>) && scalar_is_send<std::remove_cv_t<T>>();
    // [scalar_is_sync]
