// verdict: data_race
// why: One lock for all calls keeps calls apart from each other, not from those who lock a mutex.

    // [apply]
    std::array<RawMutex*, sizeof...(Ts)> order{&mutexes.raw_...};
    std::ranges::sort(order, std::less<>());
    if (std::ranges::adjacent_find(order) != order.end()) {
        throw std::system_error(std::make_error_code(std::errc::resource_deadlock_would_occur),
                                "apply: a mutex is named twice");
    }
    static RawMutex all;
    const std::lock_guard hold(all);
    return std::invoke(std::forward<F>(f), mutexes.value_...);
    // [apply]
