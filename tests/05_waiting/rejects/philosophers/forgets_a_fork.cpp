// verdict: deadlock
// why: One fork is never laid back.

        // [dine]
        std::lock(left, right);
        const std::lock_guard first(left, std::adopt_lock);
        eat();
        // [dine]
