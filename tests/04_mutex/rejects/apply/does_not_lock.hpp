// verdict: data_race
// why: The values are reached, and nobody holds the locks.

    // [apply]
    return std::invoke(std::forward<F>(f), mutexes.value_...);
    // [apply]
