// verdict: livelock
// why: Two that give way to each other and start again can do so for ever, when they keep in step.

    // [transfer]
    if (&from == &to) {
        const std::lock_guard hold(from.mutex);
        return from.balance >= amount;
    }
    for (;;) {
        std::unique_lock hold_from(from.mutex);
        std::unique_lock hold_to(to.mutex, std::try_to_lock);
        if (hold_to) {
            if (from.balance < amount) return false;
            from.balance -= amount;
            to.balance += amount;
            return true;
        }
        hold_from.unlock();
        hold_to.lock();  // sleeps until the other account is free, and holds nothing meanwhile
    }
    // [transfer]
