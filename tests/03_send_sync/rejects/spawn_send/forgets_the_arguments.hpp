// verdict: should_not_compile
// why: The callable is harmless, and what it is given is not.

    // [spawn_send]
    using Result = typename detail::SpawnResult<F, Args...>::Type;
    detail::require_send<detail::spawn_callable, std::decay_t<F>>();
    if constexpr (!std::is_void_v<Result>) detail::require_send<detail::spawn_result, Result>();
    return spawn(std::forward<F>(f), std::forward<Args>(args)...);
    // [spawn_send]
