// verdict: deadlock
// test: Apply.two_threads_may_name_two_mutexes_in_opposite_order
// why: Two callers that name the same mutexes in opposite order wait for each other.

    // [apply]
    std::array<RawMutex*, sizeof...(Ts)> order{&mutexes.raw_...};
    std::array<std::unique_lock<RawMutex>, sizeof...(Ts)> locks;
    for (std::size_t i = 0; i < order.size(); ++i) locks[i] = std::unique_lock(*order[i]);
    return std::invoke(std::forward<F>(f), mutexes.value_...);
    // [apply]
