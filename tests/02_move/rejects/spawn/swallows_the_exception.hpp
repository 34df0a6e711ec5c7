// verdict: wrong_result
// test: Spawn.what_the_call_throws_comes_out_of_join
// why: The thread catches everything, and the caller is told that all went well.

    // [spawn_with_arguments]
    static_assert(std::constructible_from<std::decay_t<Arg>, Arg> &&
                      (std::constructible_from<std::decay_t<Args>, Args> && ...),
                  "spawn: an argument cannot be copied into the thread; use std::move");
    static_assert(std::invocable<std::decay_t<F>, std::decay_t<Arg>, std::decay_t<Args>...>,
                  "spawn: f does not take these arguments as rvalues; for a T&, pass std::ref(x)");
    return spawn([f = std::forward<F>(f), arg = std::forward<Arg>(arg),
                  ... args = std::forward<Args>(args)]() mutable {
        using Result = typename detail::SpawnResult<F, Arg, Args...>::Type;
        try {
            return std::invoke(std::move(f), std::move(arg), std::move(args)...);
        } catch (...) {
            return Result();
        }
    });
    // [spawn_with_arguments]
