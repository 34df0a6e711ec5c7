// verdict: should_not_compile
// says: POINTER
// why: What a pointer points to may be fine to send; the pointer leaves it where it is.

    // [spawn_send]
    using Result = typename detail::SpawnResult<F, Args...>::Type;
    detail::require_send<detail::spawn_callable, std::decay_t<F>>();
    (detail::require_send<detail::spawn_argument,
                          std::remove_cv_t<std::remove_pointer_t<std::decay_t<Args>>>>(),
     ...);
    if constexpr (!std::is_void_v<Result>) detail::require_send<detail::spawn_result, Result>();
    return spawn(std::forward<F>(f), std::forward<Args>(args)...);
    // [spawn_send]
