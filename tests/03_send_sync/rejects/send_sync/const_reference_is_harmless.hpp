// verdict: wrong_result
// test: SendSync.const_on_a_reference_does_not_help
// why: const T& promises what its holder does, and somebody else may hold a T&.

    // [reference_is_send]
    return Sync<T>;
    // [reference_is_send]
