// verdict: livelock
// why: Who tries the second lock and keeps the first one has not given way.

#include <thread>

    // [transfer]
    if (&from == &to) {
        const std::lock_guard hold(from.mutex);
        return from.balance >= amount;
    }
    const std::lock_guard hold_from(from.mutex);
    while (!to.mutex.try_lock()) std::this_thread::yield();
    const std::lock_guard hold_to(to.mutex, std::adopt_lock);
    if (from.balance < amount) return false;
    from.balance -= amount;
    to.balance += amount;
    return true;
    // [transfer]
