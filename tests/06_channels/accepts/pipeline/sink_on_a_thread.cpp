// why: The results are received on a thread, and the numbers are sent here.

    // [pipeline]
    auto [to_first, first_in] = fearless::sync_channel<int>(1);
    auto [to_second, second_in] = fearless::sync_channel<int>(1);
    auto [to_results, results_in] = fearless::sync_channel<int>(1);
    const auto one = start_stage(std::move(first_in), std::move(first), std::move(to_second));
    const auto two = start_stage(std::move(second_in), std::move(second), std::move(to_results));
    std::jthread sink([&results, in = std::move(results_in)]() mutable {
        for (const int result : in) results.push_back(result);
    });
    for (const int number : numbers) (void)to_first.send(number);
    {
        const auto gone = std::move(to_first);
    }
    sink.join();
    // [pipeline]
