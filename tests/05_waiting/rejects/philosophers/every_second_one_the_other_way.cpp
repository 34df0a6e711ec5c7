// verdict: deadlock
// why: With two or three seats nobody reaches the other way, so the circle is the same.

        // [dine]
        const bool turned = forks_.size() > 3 && seat % 2 == 1;
        const std::lock_guard first(turned ? right : left);
        const std::lock_guard second(turned ? left : right);
        eat();
        // [dine]
