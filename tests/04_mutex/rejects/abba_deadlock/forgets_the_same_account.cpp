// verdict: deadlock
// test: AbbaDeadlock.who_pays_itself_looks_under_the_lock
// why: An account that pays itself is locked twice by the same thread.

    // [transfer]
    Account& first = std::less<Account*>()(&from, &to) ? from : to;
    Account& second = &first == &from ? to : from;
    const std::lock_guard hold_first(first.mutex);
    const std::lock_guard hold_second(second.mutex);
    if (from.balance < amount) return false;
    from.balance -= amount;
    to.balance += amount;
    return true;
    // [transfer]
