// why: std::jthread copies its argument before its constructor returns.

    // [start]
    const auto run = [&race](int number) {
        race.wait_for_start();
        race.ran(number);
    };
    for (int number = 0; number < count; ++number) runners.emplace_back(run, number);
    // [start]
