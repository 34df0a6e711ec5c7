// verdict: not_concurrent
// why: Each stage has all numbers before the next one has the first.

    // [pipeline]
    for (const int number : numbers) results.push_back(first(number));
    for (int& number : results) number = second(number);
    (void)start_stage;
    // [pipeline]
