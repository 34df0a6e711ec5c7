// verdict: wrong_result
// test: AbbaDeadlock.an_auditor_never_sees_money_on_the_way
// why: Between the two locks the money is nowhere.

    // [transfer]
    {
        const std::lock_guard hold(from.mutex);
        if (from.balance < amount) return false;
        from.balance -= amount;
    }
    const std::lock_guard hold(to.mutex);
    to.balance += amount;
    return true;
    // [transfer]
