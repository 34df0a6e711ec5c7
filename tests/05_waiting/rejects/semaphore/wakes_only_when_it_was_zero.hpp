// verdict: lost_wakeup
// why: The second permit comes before the first one is taken, and its sleeper is not told.

    // [release]
    auto permits = permits_.lock();
    if (count > most_ - *permits) throw std::logic_error("Semaphore: more permits than allowed");
    const bool was_zero = *permits == 0;
    *permits += count;
    if (was_zero && count == 1) released_.notify_one();
    if (count > 1) released_.notify_all();
    // [release]
