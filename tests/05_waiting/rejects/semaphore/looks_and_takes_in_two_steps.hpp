// verdict: wrong_result
// why: Between the look and the permit another thread takes it.

    // [try_acquire]
    if (permits_.with([](std::size_t& permits) { return permits == 0; })) return false;
    permits_.with([](std::size_t& permits) { --permits; });
    return true;
    // [try_acquire]
