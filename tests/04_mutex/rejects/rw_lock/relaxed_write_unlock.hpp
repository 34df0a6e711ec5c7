// verdict: data_race
// why: What the writer did is not handed over.

    // [unlock]
    if (word_.exchange(0, std::memory_order_relaxed) & kWaiting) unpark_all(word_);
    // [unlock]
