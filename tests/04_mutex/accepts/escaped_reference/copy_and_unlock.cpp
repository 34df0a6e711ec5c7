// why: A copy in a variable of its own, the lock free before the return.

    // [latest]
    Reading latest() {
        Reading copy;
        {
            const auto latest = latest_.lock();
            copy = *latest;
        }
        return copy;
    }
    // [latest]
