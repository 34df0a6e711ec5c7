// why: One takes forks at a time, and eats without the waiter.

        // [dine]
        std::unique_lock waiter(waiter_);
        const std::lock_guard first(left);
        const std::lock_guard second(right);
        waiter.unlock();
        eat();
        // [dine]

    // [members]
    std::vector<std::mutex> forks_;
    std::mutex waiter_;
    // [members]
