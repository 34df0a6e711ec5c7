// verdict: data_race
// why: What the writer did is not handed over.

    // [unlock]
    if (word_.exchange(0, relaxed) & kWaiting) unpark_all(word_);
    // [unlock]
