// verdict: should_not_compile
// why: A callable that takes T& compiles and changes a copy that nobody ever sees.

    // [spawn_with_arguments]
    static_assert(std::constructible_from<std::decay_t<Arg>, Arg> &&
                      (std::constructible_from<std::decay_t<Args>, Args> && ...),
                  "spawn: an argument cannot be copied into the thread; use std::move");
    return spawn([f = std::forward<F>(f), arg = std::forward<Arg>(arg),
                  ... args = std::forward<Args>(args)]() mutable {
        if constexpr (std::invocable<std::decay_t<F>, std::decay_t<Arg>, std::decay_t<Args>...>) {
            return std::invoke(std::move(f), std::move(arg), std::move(args)...);
        } else {
            std::invoke(f, arg, args...);
        }
    });
    // [spawn_with_arguments]
