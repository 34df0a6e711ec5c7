// verdict: should_not_compile
// why: Refused, but nobody hears which type it is, or what is wrong with it.

    // [spawn_send]
    using Result = typename detail::SpawnResult<F, Args...>::Type;
    static_assert(((Send<std::decay_t<F>> && ... && Send<std::decay_t<Args>>)),
                  "this cannot be sent");
    if constexpr (!std::is_void_v<Result>) detail::require_send<detail::spawn_result, Result>();
    return spawn(std::forward<F>(f), std::forward<Args>(args)...);
    // [spawn_send]
