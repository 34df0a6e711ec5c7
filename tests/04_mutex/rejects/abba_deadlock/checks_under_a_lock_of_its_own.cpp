// verdict: wrong_result
// test: AbbaDeadlock.what_is_not_there_is_not_spent_twice
// why: The lock is free between the check and the transfer.

    // [transfer]
    if (&from == &to) {
        const std::lock_guard hold(from.mutex);
        return from.balance >= amount;
    }
    {
        const std::lock_guard hold(from.mutex);
        if (from.balance < amount) return false;
    }
    const std::scoped_lock hold(from.mutex, to.mutex);
    from.balance -= amount;
    to.balance += amount;
    return true;
    // [transfer]
