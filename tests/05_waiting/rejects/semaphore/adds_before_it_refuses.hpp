// verdict: wrong_result
// why: A release that is refused has added its permits.

    // [release]
    auto permits = permits_.lock();
    const bool too_many = count > most_ - *permits;
    *permits += count;
    if (too_many) throw std::logic_error("Semaphore: more permits than allowed");
    if (count == 1) released_.notify_one();
    if (count > 1) released_.notify_all();
    // [release]
