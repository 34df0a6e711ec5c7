// verdict: wrong_result
// test: Apply.an_exception_frees_all_locks
// why: f throws, and the locks are never given back.

    // [apply]
    std::array<RawMutex*, sizeof...(Ts)> order{&mutexes.raw_...};
    std::ranges::sort(order, std::less<>());
    if (std::ranges::adjacent_find(order) != order.end()) {
        throw std::system_error(std::make_error_code(std::errc::resource_deadlock_would_occur),
                                "apply: a mutex is named twice");
    }
    for (RawMutex* raw : order) raw->lock();
    if constexpr (std::is_void_v<std::invoke_result_t<F, Ts&...>>) {
        std::invoke(std::forward<F>(f), mutexes.value_...);
        for (RawMutex* raw : order) raw->unlock();
    } else {
        auto result = std::invoke(std::forward<F>(f), mutexes.value_...);
        for (RawMutex* raw : order) raw->unlock();
        return result;
    }
    // [apply]
