// why: A smart pointer gives out a T&, so it is judged as one; the shared one is owned as well.

    // [const_unique_ptr_is_sync]
    return enable_sync<T> || enable_sync<std::remove_const_t<T>>;
    // [const_unique_ptr_is_sync]

    // [shared_ptr_is_send]
    return Send<T> && const_unique_ptr_is_sync<T>();
    // [shared_ptr_is_send]
