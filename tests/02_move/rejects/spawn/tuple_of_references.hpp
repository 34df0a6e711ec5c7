// verdict: data_race
// why: forward_as_tuple makes a tuple of references: the tuple is moved in, the arguments stay
// outside.

#include <tuple>

    // [spawn_with_arguments]
    static_assert(std::constructible_from<std::decay_t<Arg>, Arg> &&
                      (std::constructible_from<std::decay_t<Args>, Args> && ...),
                  "spawn: an argument cannot be copied into the thread; use std::move");
    static_assert(std::invocable<std::decay_t<F>, std::decay_t<Arg>, std::decay_t<Args>...>,
                  "spawn: f does not take these arguments as rvalues; for a T&, pass std::ref(x)");
    return spawn([f = std::forward<F>(f),
                  arguments = std::forward_as_tuple(std::forward<Arg>(arg),
                                                    std::forward<Args>(args)...)]() mutable {
        return std::apply(std::move(f), std::move(arguments));
    });
    // [spawn_with_arguments]
