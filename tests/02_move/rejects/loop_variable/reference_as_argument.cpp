// verdict: data_race
// why: std::ref says "by reference, on purpose" to a variable that changes at the next turn.

#include <functional>

    // [start]
    const auto run = [&race](const int& number) {
        race.wait_for_start();
        race.ran(number);
    };
    for (int number = 0; number < count; ++number) runners.emplace_back(run, std::ref(number));
    // [start]
