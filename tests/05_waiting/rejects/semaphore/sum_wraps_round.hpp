// verdict: wrong_result
// why: The sum is compared when it has wrapped round already.

    // [release]
    auto permits = permits_.lock();
    if (*permits + count > most_) throw std::logic_error("Semaphore: more permits than allowed");
    *permits += count;
    if (count == 1) released_.notify_one();
    if (count > 1) released_.notify_all();
    // [release]
