// verdict: wrong_result
// why: Nobody looks at the most.

    // [release]
    auto permits = permits_.lock();
    *permits += count;
    if (count == 1) released_.notify_one();
    if (count > 1) released_.notify_all();
    // [release]
