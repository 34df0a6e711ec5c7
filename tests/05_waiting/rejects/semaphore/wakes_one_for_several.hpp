// verdict: lost_wakeup
// why: Several permits came, and one of those who wait is told.

    // [release]
    auto permits = permits_.lock();
    if (count > most_ - *permits) throw std::logic_error("Semaphore: more permits than allowed");
    *permits += count;
    released_.notify_one();
    // [release]
