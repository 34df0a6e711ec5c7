// verdict: data_race
// why: The balance is read without the lock, and old when the money moves.

    // [transfer]
    if (&from == &to) {
        const std::lock_guard hold(from.mutex);
        return from.balance >= amount;
    }
    if (from.balance < amount) return false;
    const std::scoped_lock hold(from.mutex, to.mutex);
    from.balance -= amount;
    to.balance += amount;
    return true;
    // [transfer]
