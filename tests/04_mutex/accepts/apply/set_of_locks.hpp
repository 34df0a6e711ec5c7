// why: A std::map is in the order of its keys: the locks hang on their addresses.

#include <map>

    // [apply]
    std::map<RawMutex*, std::unique_lock<RawMutex>> locks;
    for (RawMutex* raw : {&mutexes.raw_...}) {
        if (locks.contains(raw)) {
            throw std::system_error(std::make_error_code(std::errc::resource_deadlock_would_occur));
        }
        locks[raw] = std::unique_lock(*raw, std::defer_lock);
    }
    for (auto& [raw, lock] : locks) lock.lock();
    return std::invoke(std::forward<F>(f), mutexes.value_...);
    // [apply]
