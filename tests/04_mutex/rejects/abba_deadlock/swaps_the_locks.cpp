// verdict: deadlock
// test: AbbaDeadlock.two_transfers_in_opposite_directions_both_end
// why: The other order is a circle as well.

    // [transfer]
    if (&from == &to) {
        const std::lock_guard hold(from.mutex);
        return from.balance >= amount;
    }
    const std::lock_guard hold_to(to.mutex);
    const std::lock_guard hold_from(from.mutex);
    if (from.balance < amount) return false;
    from.balance -= amount;
    to.balance += amount;
    return true;
    // [transfer]
