// why: The source owns a copy of the numbers.

    // [pipeline]
    auto [to_first, first_in] = fearless::sync_channel<int>(1);
    auto [to_second, second_in] = fearless::sync_channel<int>(1);
    auto [to_results, results_in] = fearless::sync_channel<int>(1);
    const auto one = start_stage(std::move(first_in), std::move(first), std::move(to_second));
    const auto two = start_stage(std::move(second_in), std::move(second), std::move(to_results));
    const std::jthread source([numbers, out = std::move(to_first)] {
        for (const int number : numbers) (void)out.send(number);
    });
    for (const int result : results_in) results.push_back(result);
    // [pipeline]
