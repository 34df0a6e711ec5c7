// verdict: deadlock
// why: It begins to receive after the fifth number, and not before all are sent.

    // [pipeline]
    auto [to_first, first_in] = fearless::sync_channel<int>(1);
    auto [to_second, second_in] = fearless::sync_channel<int>(1);
    auto [to_results, results_in] = fearless::sync_channel<int>(1);
    const auto one = start_stage(std::move(first_in), std::move(first), std::move(to_second));
    const auto two = start_stage(std::move(second_in), std::move(second), std::move(to_results));
    std::size_t sent = 0;
    for (const int number : numbers) {
        if (++sent > 100) results.push_back(results_in.recv().value_or(0));
        (void)to_first.send(number);
    }
    {
        const auto gone = std::move(to_first);
    }
    for (const int result : results_in) results.push_back(result);
    // [pipeline]
