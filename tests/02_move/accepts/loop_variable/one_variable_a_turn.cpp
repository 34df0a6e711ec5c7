// why: All numbers have a place of their own, which outlives the threads.

    // [start]
    std::vector<int> numbers(count);
    for (int i = 0; i < count; ++i) numbers[i] = i;
    for (const int& number : numbers) {
        runners.emplace_back([&race, &number] {
            race.wait_for_start();
            race.ran(number);
        });
    }
    runners.clear();
    // [start]
