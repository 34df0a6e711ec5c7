// why: All arguments in one std::tuple, as std::thread itself does it.

#include <tuple>

    // [spawn_with_arguments]
    static_assert(std::constructible_from<std::decay_t<Arg>, Arg> &&
                      (std::constructible_from<std::decay_t<Args>, Args> && ...),
                  "spawn: an argument cannot be copied into the thread; use std::move");
    static_assert(std::invocable<std::decay_t<F>, std::decay_t<Arg>, std::decay_t<Args>...>,
                  "spawn: f does not take these arguments as rvalues; for a T&, pass std::ref(x)");
    std::tuple<std::decay_t<Arg>, std::decay_t<Args>...> own(std::forward<Arg>(arg),
                                                             std::forward<Args>(args)...);
    return spawn([f = std::forward<F>(f), own = std::move(own)]() mutable {
        return std::apply(std::move(f), std::move(own));
    });
    // [spawn_with_arguments]
