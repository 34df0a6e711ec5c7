// verdict: wrong_result
// test: SendSync.const_does_not_make_a_pointer_travel
// why: The const is about what is done through this pointer, and the others may still write.

    // [scalar_is_send]
    using Target = std::remove_pointer_t<T>;
    return !std::is_pointer_v<T> || std::is_const_v<Target> || std::is_function_v<Target>;
    // [scalar_is_send]
