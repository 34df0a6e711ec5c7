// verdict: data_race
// why: The copy is made by the new thread, when it gets round to it; the loop may be far ahead by
// then.

    // [start]
    for (int number = 0; number < count; ++number) {
        runners.emplace_back([&race, &number] {
            const int mine = number;
            race.wait_for_start();
            race.ran(mine);
        });
    }
    // [start]
