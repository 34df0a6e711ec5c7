// verdict: data_race
// why: The other balance is written without its lock.

    // [transfer]
    const std::lock_guard hold_from(from.mutex);
    if (from.balance < amount) return false;
    from.balance -= amount;
    to.balance += amount;
    return true;
    // [transfer]
