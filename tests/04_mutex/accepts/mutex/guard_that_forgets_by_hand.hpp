// why: The move without std::exchange, and printing by way of a guard.

        // [guard_move]
        : mutex_(other.mutex_) {
        other.mutex_ = nullptr;
        // [guard_move]

        // [into_inner]
        T inner(std::move(value_));
        return inner;
        // [into_inner]

        // [print]
        if (auto guard = mutex.try_lock()) return out << "Mutex { data: " << **guard << " }";
        return out << "Mutex { <locked> }";
        // [print]
