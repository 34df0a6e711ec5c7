// verdict: should_not_compile
// says: LAMBDA_WITH_CAPTURE
// why: A lambda that captures by reference takes anything along.

    // [spawn_send]
    using Result = typename detail::SpawnResult<F, Args...>::Type;
    (detail::require_send<detail::spawn_argument, std::decay_t<Args>>(), ...);
    if constexpr (!std::is_void_v<Result>) detail::require_send<detail::spawn_result, Result>();
    return spawn(std::forward<F>(f), std::forward<Args>(args)...);
    // [spawn_send]
