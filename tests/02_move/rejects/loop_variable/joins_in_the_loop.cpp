// verdict: not_concurrent
// why: Nothing changes under the runner, because the loop waits for it: they run one after another.

    // [start]
    for (int number = 0; number < count; ++number) {
        std::jthread runner([&] {
            race.wait_for_start();
            race.ran(number);
        });
    }
    runners.clear();
    // [start]
