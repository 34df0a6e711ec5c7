// why: By address, with std::less, which orders any two pointers.

    // [transfer]
    if (&from == &to) {
        const std::lock_guard hold(from.mutex);
        return from.balance >= amount;
    }
    Account& first = std::less<Account*>()(&from, &to) ? from : to;
    Account& second = &first == &from ? to : from;
    const std::lock_guard hold_first(first.mutex);
    const std::lock_guard hold_second(second.mutex);
    if (from.balance < amount) return false;
    from.balance -= amount;
    to.balance += amount;
    return true;
    // [transfer]
