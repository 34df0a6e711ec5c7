// verdict: data_race
// why: The pointer is copied; all the copies point at the same counter.

    // [start]
    for (int number = 0; number < count; ++number) {
        runners.emplace_back([&race, mine = &number] {
            race.wait_for_start();
            race.ran(*mine);
        });
    }
    // [start]
