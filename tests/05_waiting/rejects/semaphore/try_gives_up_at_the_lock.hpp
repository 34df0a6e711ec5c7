// verdict: wrong_result
// test: Semaphore.a_try_takes_a_permit_exactly_when_there_is_one
// why: Not to wait is about permits: the lock is held for a moment only, by somebody who is at
// work.

    // [members]
    std::size_t most_;
    Mutex<std::size_t> permits_;
    Condvar released_;
    // [members]

    // [constructor]
    : most_(most), permits_(permits) {
    if (most == 0 || permits > most)
        throw std::invalid_argument("Semaphore: bad number of permits");
    // [constructor]

    // [acquire]
    auto permits = permits_.lock();
    released_.wait(permits, [](std::size_t n) { return n > 0; });
    --*permits;
    // [acquire]

    // [acquire_stop]
    auto permits = permits_.lock();
    if (!released_.wait(permits, std::move(stop), [](std::size_t n) { return n > 0; }))
        return false;
    --*permits;
    return true;
    // [acquire_stop]

    // [try_acquire]
    auto permits = permits_.try_lock();
    if (!permits || **permits == 0) return false;
    --**permits;
    return true;
    // [try_acquire]

    // [try_acquire_for]
    auto permits = permits_.lock();
    if (!released_.wait_for(permits, time, [](std::size_t n) { return n > 0; })) return false;
    --*permits;
    return true;
    // [try_acquire_for]

    // [release]
    auto permits = permits_.lock();
    if (most_ - *permits < count) throw std::logic_error("Semaphore: too many permits");
    *permits += count;
    released_.notify_all();
    // [release]
