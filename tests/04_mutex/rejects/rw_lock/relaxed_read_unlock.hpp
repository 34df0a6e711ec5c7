// verdict: data_race
// why: What the readers did is not over for the writer that follows.

    // [unlock_shared]
    const std::uint32_t before = word_.fetch_sub(1, relaxed);
    if (before == (kWaiting | 1)) unpark_all(word_);
    // [unlock_shared]
