// why: The questions come last: the compiler answers them whether or not the line is ever reached.

    // [spawn_send]
    auto handle = spawn(std::forward<F>(f), std::forward<Args>(args)...);
    detail::require_send<detail::spawn_callable, std::decay_t<F>>();
    (detail::require_send<detail::spawn_argument, std::decay_t<Args>>(), ...);
    if constexpr (!std::is_void_v<typename detail::SpawnResult<F, Args...>::Type>) {
        detail::require_send<detail::spawn_result,
                             typename detail::SpawnResult<F, Args...>::Type>();
    }
    return handle;
    // [spawn_send]
