// verdict: data_race
// test: EscapedReference.two_may_look_at_the_same_time
// why: All callers share the one copy, and it is read without the lock.

    // [latest]
    const Reading& latest() {
        static Reading copy;
        const auto latest = latest_.lock();
        copy = *latest;
        return copy;
    }
    // [latest]
