// verdict: data_race
// why: The parameters of spawn are references to the objects of the caller; the thread looks at
// them when they are gone.

    // [spawn_with_arguments]
    static_assert(std::constructible_from<std::decay_t<Arg>, Arg> &&
                      (std::constructible_from<std::decay_t<Args>, Args> && ...),
                  "spawn: an argument cannot be copied into the thread; use std::move");
    static_assert(std::invocable<std::decay_t<F>, std::decay_t<Arg>, std::decay_t<Args>...>,
                  "spawn: f does not take these arguments as rvalues; for a T&, pass std::ref(x)");
    return spawn([&] {
        return std::invoke(std::forward<F>(f), std::forward<Arg>(arg), std::forward<Args>(args)...);
    });
    // [spawn_with_arguments]
