// why: One alarm after the other, one block in the other.

    // [select]
    using Result = Selected<First, Second>;
    for (;;) {
        auto one = first.try_recv();
        if (one) return Result(std::in_place_index<0>, std::move(*one));
        auto two = second.try_recv();
        if (two) return Result(std::in_place_index<1>, std::move(*two));
        const bool first_lives = one.error() == RecvError::empty;
        const bool second_lives = two.error() == RecvError::empty;
        if (!first_lives && !second_lives) return std::unexpected(RecvError::disconnected);

        Alarm alarm;
        if (!first_lives || first.watch(alarm)) {
            if (!second_lives || second.watch(alarm)) alarm.wait();
        }
        first.unwatch();
        second.unwatch();
    }
    // [select]
