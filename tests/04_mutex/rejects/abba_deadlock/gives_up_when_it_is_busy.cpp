// verdict: wrong_result
// why: A lock that is taken does not mean that the balance is too small.

    // [transfer]
    if (&from == &to) {
        const std::lock_guard hold(from.mutex);
        return from.balance >= amount;
    }
    if (std::try_lock(from.mutex, to.mutex) != -1) return false;
    const std::scoped_lock hold(std::adopt_lock, from.mutex, to.mutex);
    if (from.balance < amount) return false;
    from.balance -= amount;
    to.balance += amount;
    return true;
    // [transfer]
