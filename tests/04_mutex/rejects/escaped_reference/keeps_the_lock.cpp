// verdict: deadlock
// why: The guard is never destroyed, so nobody else gets in any more.

    // [latest]
    Reading latest() {
        auto* latest = new fearless::MutexGuard<Reading>(latest_.lock());
        return **latest;
    }
    // [latest]
