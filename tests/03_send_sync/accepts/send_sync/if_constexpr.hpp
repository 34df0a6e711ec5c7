// why: One question after the other.

    // [scalar_is_send]
    if constexpr (std::is_pointer_v<T>) {
        return std::is_function_v<std::remove_pointer_t<T>>;
    } else {
        return true;
    }
    // [scalar_is_send]

    // [scalar_is_sync]
    if constexpr (!std::is_const_v<T>) return false;
    return enable_send<std::remove_const_t<T>>;
    // [scalar_is_sync]
