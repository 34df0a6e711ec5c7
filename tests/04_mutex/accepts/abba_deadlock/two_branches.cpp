// why: Which comes first is decided by the address, and each order is written out.

    // [transfer]
    if (&from == &to) {
        const std::lock_guard hold(from.mutex);
        return from.balance >= amount;
    }
    std::unique_lock hold_from(from.mutex, std::defer_lock);
    std::unique_lock hold_to(to.mutex, std::defer_lock);
    if (std::less<Account*>()(&from, &to)) {
        hold_from.lock();
        hold_to.lock();
    } else {
        hold_to.lock();
        hold_from.lock();
    }
    if (from.balance < amount) return false;
    from.balance -= amount;
    to.balance += amount;
    return true;
    // [transfer]
