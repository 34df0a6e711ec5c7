// verdict: compile_error
// says: a result that is void needs no question
// why: void is no type that somebody declared Send; where nothing comes back there is nothing to
// ask.

    // [spawn_send]
    detail::require_send<detail::spawn_callable, std::decay_t<F>>();
    (detail::require_send<detail::spawn_argument, std::decay_t<Args>>(), ...);
    detail::require_send<detail::spawn_result, typename detail::SpawnResult<F, Args...>::Type>();
    return spawn(std::forward<F>(f), std::forward<Args>(args)...);
    // [spawn_send]
