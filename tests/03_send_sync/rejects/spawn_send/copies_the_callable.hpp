// verdict: compile_error
// why: A callable has a name inside the function, so it is copied; one that only moves cannot be.

    // [spawn_send]
    using Result = typename detail::SpawnResult<F, Args...>::Type;
    detail::require_send<detail::spawn_callable, std::decay_t<F>>();
    (detail::require_send<detail::spawn_argument, std::decay_t<Args>>(), ...);
    if constexpr (!std::is_void_v<Result>) detail::require_send<detail::spawn_result, Result>();
    return spawn(f, std::forward<Args>(args)...);
    // [spawn_send]
