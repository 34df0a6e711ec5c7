// verdict: wrong_result
// why: take gives back what try_take says, and never waits.

    // [take]
    return core.try_take();
    // [take]
