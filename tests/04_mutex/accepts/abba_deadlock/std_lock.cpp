// why: std::lock, and guards that adopt what it has locked.

    // [transfer]
    if (&from == &to) {
        const std::lock_guard hold(from.mutex);
        return from.balance >= amount;
    }
    std::lock(from.mutex, to.mutex);
    const std::lock_guard hold_from(from.mutex, std::adopt_lock);
    const std::lock_guard hold_to(to.mutex, std::adopt_lock);
    if (from.balance < amount) return false;
    from.balance -= amount;
    to.balance += amount;
    return true;
    // [transfer]
