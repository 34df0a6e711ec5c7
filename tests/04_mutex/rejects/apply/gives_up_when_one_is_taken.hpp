// verdict: exception
// why: A lock that is taken is waited for.

    // [apply]
    std::array<RawMutex*, sizeof...(Ts)> order{&mutexes.raw_...};
    std::ranges::sort(order, std::less<>());
    if (std::ranges::adjacent_find(order) != order.end()) {
        throw std::system_error(std::make_error_code(std::errc::resource_deadlock_would_occur),
                                "apply: a mutex is named twice");
    }
    std::array<std::unique_lock<RawMutex>, sizeof...(Ts)> locks;
    for (std::size_t i = 0; i < order.size(); ++i) locks[i] = {*order[i], std::try_to_lock};
    if (!std::ranges::all_of(locks, &std::unique_lock<RawMutex>::owns_lock)) {
        throw std::system_error(std::make_error_code(std::errc::device_or_resource_busy));
    }
    return std::invoke(std::forward<F>(f), mutexes.value_...);
    // [apply]
