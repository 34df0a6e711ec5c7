// verdict: compile_error
// why: std::bind owns its arguments, but hands them over as lvalues: nothing can be moved out of
// it.

    // [spawn_with_arguments]
    static_assert(std::constructible_from<std::decay_t<Arg>, Arg> &&
                      (std::constructible_from<std::decay_t<Args>, Args> && ...),
                  "spawn: an argument cannot be copied into the thread; use std::move");
    static_assert(std::invocable<std::decay_t<F>, std::decay_t<Arg>, std::decay_t<Args>...>,
                  "spawn: f does not take these arguments as rvalues; for a T&, pass std::ref(x)");
    return spawn(
        std::bind(std::forward<F>(f), std::forward<Arg>(arg), std::forward<Args>(args)...));
    // [spawn_with_arguments]
