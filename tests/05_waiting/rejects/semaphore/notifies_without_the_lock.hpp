// verdict: data_race
// why: Whoever got past has destroyed the semaphore.

    // [release]
    {
        auto permits = permits_.lock();
        if (count > most_ - *permits)
            throw std::logic_error("Semaphore: more permits than allowed");
        *permits += count;
    }
    if (count == 1) released_.notify_one();
    if (count > 1) released_.notify_all();
    // [release]
