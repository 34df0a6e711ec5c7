// verdict: wrong_result
// test: LoopVariable.every_runner_has_its_number_however_late_it_looks
// why: An atomic counter ends the data race, and every runner still reads one and the same
// variable.

#include <atomic>

    // [start]
    std::atomic<int> number = 0;
    for (; number < count; ++number) {
        runners.emplace_back([&race, &number] {
            race.wait_for_start();
            race.ran(number);
        });
    }
    for (std::jthread& runner : runners) runner.join();
    // [start]
