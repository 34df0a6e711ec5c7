// verdict: compile_error
// why: [=] copies also what was given to be moved: a std::unique_ptr cannot get in.

    // [spawn_with_arguments]
    static_assert(std::constructible_from<std::decay_t<Arg>, Arg> &&
                      (std::constructible_from<std::decay_t<Args>, Args> && ...),
                  "spawn: an argument cannot be copied into the thread; use std::move");
    static_assert(std::invocable<std::decay_t<F>, std::decay_t<Arg>, std::decay_t<Args>...>,
                  "spawn: f does not take these arguments as rvalues; for a T&, pass std::ref(x)");
    return spawn(
        [=]() mutable { return std::invoke(std::move(f), std::move(arg), std::move(args)...); });
    // [spawn_with_arguments]
