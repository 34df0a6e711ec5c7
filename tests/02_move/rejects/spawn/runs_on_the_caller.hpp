// verdict: wrong_result
// test: Spawn.the_call_runs_on_another_thread_and_spawn_does_not_wait_for_it
// why: The call is over before the thread starts, which only hands over the result: safe, and
// serial.

#include <future>

    // [spawn_with_arguments]
    static_assert(std::constructible_from<std::decay_t<Arg>, Arg> &&
                      (std::constructible_from<std::decay_t<Args>, Args> && ...),
                  "spawn: an argument cannot be copied into the thread; use std::move");
    static_assert(std::invocable<std::decay_t<F>, std::decay_t<Arg>, std::decay_t<Args>...>,
                  "spawn: f does not take these arguments as rvalues; for a T&, pass std::ref(x)");
    using Result = typename detail::SpawnResult<F, Arg, Args...>::Type;
    std::packaged_task<Result()> call([f = std::forward<F>(f), arg = std::forward<Arg>(arg),
                                       ... args = std::forward<Args>(args)]() mutable {
        return std::invoke(std::move(f), std::move(arg), std::move(args)...);
    });
    call();
    return spawn([result = call.get_future()]() mutable { return result.get(); });
    // [spawn_with_arguments]
