// why: std::bind_front owns f and the arguments and, called as an rvalue, hands them over as
// rvalues.

    // [spawn_with_arguments]
    static_assert(std::constructible_from<std::decay_t<Arg>, Arg> &&
                      (std::constructible_from<std::decay_t<Args>, Args> && ...),
                  "spawn: an argument cannot be copied into the thread; use std::move");
    static_assert(std::invocable<std::decay_t<F>, std::decay_t<Arg>, std::decay_t<Args>...>,
                  "spawn: f does not take these arguments as rvalues; for a T&, pass std::ref(x)");
    return spawn([call = std::bind_front(std::forward<F>(f), std::forward<Arg>(arg),
                                         std::forward<Args>(args)...)]() mutable {
        return std::move(call)();
    });
    // [spawn_with_arguments]
