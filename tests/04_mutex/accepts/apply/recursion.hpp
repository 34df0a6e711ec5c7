// why: The smallest address that is left is locked, then the rest by a call of itself.

    // [apply]
    std::array<RawMutex*, sizeof...(Ts)> order{&mutexes.raw_...};
    std::ranges::sort(order, std::less<>());
    if (std::ranges::adjacent_find(order) != order.end()) {
        throw std::system_error(std::make_error_code(std::errc::resource_deadlock_would_occur),
                                "apply: a mutex is named twice");
    }
    const auto lock_from = [&](auto& self, std::size_t next) -> std::invoke_result_t<F, Ts&...> {
        if (next == order.size()) return std::invoke(std::forward<F>(f), mutexes.value_...);
        const std::lock_guard hold(*order[next]);
        return self(self, next + 1);
    };
    return lock_from(lock_from, 0);
    // [apply]
