// verdict: should_not_compile
// why: Refused all the same, but with a page about std::invoke instead of the one sentence that
// helps.

    // [spawn_with_arguments]
    return spawn([f = std::forward<F>(f), arg = std::forward<Arg>(arg),
                  ... args = std::forward<Args>(args)]() mutable {
        return std::invoke(std::move(f), std::move(arg), std::move(args)...);
    });
    // [spawn_with_arguments]
