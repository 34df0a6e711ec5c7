// why: [=] for the number, and the race by reference on purpose.

    // [start]
    for (int number = 0; number < count; ++number) {
        runners.emplace_back([=, &race] {
            race.wait_for_start();
            race.ran(number);
        });
    }
    // [start]
