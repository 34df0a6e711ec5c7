// verdict: deadlock
// test: Apply.a_mutex_that_is_named_twice_is_an_error_and_no_deadlock
// why: The second lock of the same mutex waits for the first.

    // [apply]
    std::array<RawMutex*, sizeof...(Ts)> order{&mutexes.raw_...};
    std::ranges::sort(order, std::less<>());
    std::array<std::unique_lock<RawMutex>, sizeof...(Ts)> locks;
    for (std::size_t i = 0; i < order.size(); ++i) locks[i] = std::unique_lock(*order[i]);
    return std::invoke(std::forward<F>(f), mutexes.value_...);
    // [apply]
