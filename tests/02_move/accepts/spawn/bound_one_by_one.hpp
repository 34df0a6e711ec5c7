// why: Binds the first argument to f and leaves the rest to the spawn of the rest.

    // [spawn_with_arguments]
    static_assert(std::constructible_from<std::decay_t<Arg>, Arg> &&
                      (std::constructible_from<std::decay_t<Args>, Args> && ...),
                  "spawn: an argument cannot be copied into the thread; use std::move");
    static_assert(std::invocable<std::decay_t<F>, std::decay_t<Arg>, std::decay_t<Args>...>,
                  "spawn: f does not take these arguments as rvalues; for a T&, pass std::ref(x)");
    auto bound = [f = std::forward<F>(f), arg = std::forward<Arg>(arg)](auto&&... rest) mutable {
        return std::invoke(std::move(f), std::move(arg), std::forward<decltype(rest)>(rest)...);
    };
    if constexpr (sizeof...(Args) == 0) {
        return spawn(std::move(bound));
    } else {
        return spawn(std::move(bound), std::forward<Args>(args)...);
    }
    // [spawn_with_arguments]
