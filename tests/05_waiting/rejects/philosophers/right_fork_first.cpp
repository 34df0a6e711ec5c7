// verdict: deadlock
// why: All of them reach to the other side, and the circle is the same.

        // [dine]
        const std::lock_guard first(right);
        const std::lock_guard second(left);
        eat();
        // [dine]
