// verdict: data_race
// why: The others are used without their locks.

    // [apply]
    std::array<RawMutex*, sizeof...(Ts)> order{&mutexes.raw_...};
    std::ranges::sort(order, std::less<>());
    if (std::ranges::adjacent_find(order) != order.end()) {
        throw std::system_error(std::make_error_code(std::errc::resource_deadlock_would_occur),
                                "apply: a mutex is named twice");
    }
    const std::lock_guard hold(*order[0]);
    return std::invoke(std::forward<F>(f), mutexes.value_...);
    // [apply]
