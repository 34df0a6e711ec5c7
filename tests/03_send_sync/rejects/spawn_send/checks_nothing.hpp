// verdict: should_not_compile
// why: Everything gets in, as with spawn.

    // [spawn_send]
    return spawn(std::forward<F>(f), std::forward<Args>(args)...);
    // [spawn_send]
