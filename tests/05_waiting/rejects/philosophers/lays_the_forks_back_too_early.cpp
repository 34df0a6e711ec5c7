// verdict: data_race
// why: Both forks were in hand once, and not while eating.

        // [dine]
        {
            const std::scoped_lock both(left, right);
        }
        eat();
        // [dine]
