// verdict: wrong_result
// test: SendSync.const_on_a_reference_does_not_help
// why: const taken for thread-safe.

    // [reference_is_send]
    return std::is_const_v<T> || Sync<T>;
    // [reference_is_send]
