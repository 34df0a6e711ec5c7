// verdict: data_race
// why: The balance changes, so two threads may see two orders; it is read without the lock, too.

    // [transfer]
    if (&from == &to) {
        const std::lock_guard hold(from.mutex);
        return from.balance >= amount;
    }
    Account& first = from.balance < to.balance ? from : to;
    Account& second = &first == &from ? to : from;
    const std::lock_guard hold_first(first.mutex);
    const std::lock_guard hold_second(second.mutex);
    if (from.balance < amount) return false;
    from.balance -= amount;
    to.balance += amount;
    return true;
    // [transfer]
