// why: The library takes both, whatever it takes.

        // [dine]
        const std::scoped_lock both(left, right);
        eat();
        // [dine]
