// why: std::lock tries and gives way. A mutex that is named twice has to be looked for before.

    // [apply]
    std::array<RawMutex*, sizeof...(Ts)> order{&mutexes.raw_...};
    for (std::size_t i = 0; i < order.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            if (order[i] != order[k]) continue;
            throw std::system_error(std::make_error_code(std::errc::resource_deadlock_would_occur));
        }
    }
    const std::scoped_lock hold(mutexes.raw_...);
    return std::invoke(std::forward<F>(f), mutexes.value_...);
    // [apply]
