// verdict: wrong_result
// test: LoopVariable.every_runner_has_its_number_however_late_it_looks
// why: Copied in time, but the numbers begin at 0.

    // [start]
    for (int number = 1; number <= count; ++number) {
        runners.emplace_back([&race, number] {
            race.wait_for_start();
            race.ran(number);
        });
    }
    // [start]
