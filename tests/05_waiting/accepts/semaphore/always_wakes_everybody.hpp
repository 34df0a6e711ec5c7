// why: Whoever finds no permit sleeps again.

    // [release]
    auto permits = permits_.lock();
    if (count > most_ - *permits) throw std::logic_error("Semaphore: more permits than allowed");
    *permits += count;
    released_.notify_all();
    // [release]
