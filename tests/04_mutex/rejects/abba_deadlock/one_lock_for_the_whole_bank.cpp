// verdict: deadlock
// test: AbbaDeadlock.transfers_between_other_accounts_do_not_wait
// why: A transfer that waits for its account holds up everybody else.

    // [transfer]
    static std::mutex bank;
    const std::lock_guard all(bank);
    if (&from == &to) {
        const std::lock_guard hold(from.mutex);
        return from.balance >= amount;
    }
    const std::lock_guard hold_from(from.mutex);
    const std::lock_guard hold_to(to.mutex);
    if (from.balance < amount) return false;
    from.balance -= amount;
    to.balance += amount;
    return true;
    // [transfer]
