// verdict: data_race
// why: The copies are made, but by the new thread: by then the originals may be gone.

#include <tuple>

    // [spawn_with_arguments]
    static_assert(std::constructible_from<std::decay_t<Arg>, Arg> &&
                      (std::constructible_from<std::decay_t<Args>, Args> && ...),
                  "spawn: an argument cannot be copied into the thread; use std::move");
    static_assert(std::invocable<std::decay_t<F>, std::decay_t<Arg>, std::decay_t<Args>...>,
                  "spawn: f does not take these arguments as rvalues; for a T&, pass std::ref(x)");
    return spawn([&] {
        std::tuple<std::decay_t<Arg>, std::decay_t<Args>...> own(std::forward<Arg>(arg),
                                                                 std::forward<Args>(args)...);
        return std::apply(std::decay_t<F>(std::forward<F>(f)), std::move(own));
    });
    // [spawn_with_arguments]
