// verdict: data_race
// test: AbbaDeadlock.who_pays_itself_looks_under_the_lock
// why: Nothing moves, so no lock seems to be needed; but the balance is read, and others change it.

    // [transfer]
    if (&from == &to) return from.balance >= amount;
    const std::scoped_lock hold(from.mutex, to.mutex);
    if (from.balance < amount) return false;
    from.balance -= amount;
    to.balance += amount;
    return true;
    // [transfer]
