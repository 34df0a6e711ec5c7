// verdict: wrong_result
// test: SendSync.pointers_to_functions_and_to_members_travel
// why: A function is there as long as the program is: pointers to it are no danger.

    // [scalar_is_send]
    return !std::is_pointer_v<T>;
    // [scalar_is_send]
