// verdict: wrong_result
// test: Spawn.an_object_that_is_only_copied_stays_as_it_was
// why: std::move where std::forward belongs: it empties objects that the caller only lent.

    // [spawn_with_arguments]
    static_assert(std::constructible_from<std::decay_t<Arg>, Arg> &&
                      (std::constructible_from<std::decay_t<Args>, Args> && ...),
                  "spawn: an argument cannot be copied into the thread; use std::move");
    static_assert(std::invocable<std::decay_t<F>, std::decay_t<Arg>, std::decay_t<Args>...>,
                  "spawn: f does not take these arguments as rvalues; for a T&, pass std::ref(x)");
    return spawn([f = std::move(f), arg = std::move(arg), ... args = std::move(args)]() mutable {
        return std::invoke(std::move(f), std::move(arg), std::move(args)...);
    });
    // [spawn_with_arguments]
