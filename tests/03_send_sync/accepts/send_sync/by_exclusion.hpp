// why: Says what does not travel: a pointer to an object or to void.

    // [scalar_is_send]
    return !std::is_pointer_v<T> || !(std::is_object_v<std::remove_pointer_t<T>> ||
                                      std::is_void_v<std::remove_pointer_t<T>>);
    // [scalar_is_send]

    // [reference_is_send]
    return enable_sync<std::remove_cv_t<T>>;
    // [reference_is_send]
