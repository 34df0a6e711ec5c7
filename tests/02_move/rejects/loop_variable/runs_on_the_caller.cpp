// verdict: not_concurrent
// why: A plain call has no loop variable to lose, and no thread either.

    // [start]
    for (int number = 0; number < count; ++number) {
        race.wait_for_start();
        race.ran(number);
    }
    // [start]
