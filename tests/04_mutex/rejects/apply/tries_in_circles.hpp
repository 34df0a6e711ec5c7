// verdict: timeout
// test: Apply.who_waits_sleeps
// why: It gets all locks in the end, and keeps a core busy until then.

#include <thread>

    // [apply]
    std::array<RawMutex*, sizeof...(Ts)> order{&mutexes.raw_...};
    std::ranges::sort(order, std::less<>());
    if (std::ranges::adjacent_find(order) != order.end()) {
        throw std::system_error(std::make_error_code(std::errc::resource_deadlock_would_occur),
                                "apply: a mutex is named twice");
    }
    std::array<std::unique_lock<RawMutex>, sizeof...(Ts)> locks;
    for (std::size_t i = 0; i < order.size(); ++i) {
        locks[i] = std::unique_lock(*order[i], std::defer_lock);
        while (!locks[i].try_lock()) std::this_thread::yield();
    }
    return std::invoke(std::forward<F>(f), mutexes.value_...);
    // [apply]
