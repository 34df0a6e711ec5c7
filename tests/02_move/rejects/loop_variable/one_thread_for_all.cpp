// verdict: not_concurrent
// why: One thread with the loop inside: its variable is safe, and the second runner never comes to
// the line.

    // [start]
    runners.emplace_back([&race, count] {
        for (int number = 0; number < count; ++number) {
            race.wait_for_start();
            race.ran(number);
        }
    });
    // [start]
