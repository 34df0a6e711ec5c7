// verdict: wrong_result
// why: Room for a thousand hides the mistake up to a thousand, and lets the first stage run away.

    // [pipeline]
    auto [to_first, first_in] = fearless::sync_channel<int>(1000);
    auto [to_second, second_in] = fearless::sync_channel<int>(1000);
    auto [to_results, results_in] = fearless::sync_channel<int>(1000);
    const auto one = start_stage(std::move(first_in), std::move(first), std::move(to_second));
    const auto two = start_stage(std::move(second_in), std::move(second), std::move(to_results));
    for (const int number : numbers) (void)to_first.send(number);
    {
        const auto gone = std::move(to_first);
    }
    for (const int result : results_in) results.push_back(result);
    // [pipeline]
