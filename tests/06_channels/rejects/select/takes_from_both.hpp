// verdict: deadlock
// why: It takes a value of the second receiver and drops it.

    // [select]
    using Result = Selected<First, Second>;
    for (;;) {
        auto one = first.try_recv();
        auto two = second.try_recv();
        if (one) return Result(std::in_place_index<0>, std::move(*one));
        if (two) return Result(std::in_place_index<1>, std::move(*two));
        const bool first_lives = one.error() == RecvError::empty;
        const bool second_lives = two.error() == RecvError::empty;
        if (!first_lives && !second_lives) return std::unexpected(RecvError::disconnected);

        Alarm alarm;
        const bool first_sleeps = !first_lives || first.watch(alarm);
        const bool second_sleeps = first_sleeps && (!second_lives || second.watch(alarm));
        if (second_sleeps) alarm.wait();
        first.unwatch();
        second.unwatch();
    }
    // [select]
