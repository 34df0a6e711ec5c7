// verdict: data_race
// why: The neighbour on the right eats with the same fork.

        // [dine]
        const std::lock_guard first(left);
        eat();
        // [dine]
