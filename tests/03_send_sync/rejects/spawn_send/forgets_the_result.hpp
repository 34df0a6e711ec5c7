// verdict: should_not_compile
// says: KITCHEN_COMES_BACK
// why: The way back is a way to another thread, too.

    // [spawn_send]
    detail::require_send<detail::spawn_callable, std::decay_t<F>>();
    (detail::require_send<detail::spawn_argument, std::decay_t<Args>>(), ...);
    return spawn(std::forward<F>(f), std::forward<Args>(args)...);
    // [spawn_send]
