// verdict: should_not_compile
// why: The message blames an argument where it is the callable or the result.

    // [spawn_send]
    using Result = typename detail::SpawnResult<F, Args...>::Type;
    (detail::require_send<detail::spawn_argument, std::decay_t<Args>>(), ...);
    detail::require_send<detail::spawn_argument, std::decay_t<F>>();
    if constexpr (!std::is_void_v<Result>) detail::require_send<detail::spawn_argument, Result>();
    return spawn(std::forward<F>(f), std::forward<Args>(args)...);
    // [spawn_send]
