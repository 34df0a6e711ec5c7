// why: Every second one reaches to the other side; the first one and the last one differ where the
// number is even, and elsewhere somebody in between does.

        // [dine]
        const bool odd = seat % 2 == 1;
        const std::lock_guard first(odd ? right : left);
        const std::lock_guard second(odd ? left : right);
        eat();
        // [dine]
