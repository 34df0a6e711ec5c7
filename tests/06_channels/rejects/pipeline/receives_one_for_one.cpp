// verdict: deadlock
// why: After each send it waits for one result; at the end nobody lets the sender go.

    // [pipeline]
    auto [to_first, first_in] = fearless::sync_channel<int>(1);
    auto [to_second, second_in] = fearless::sync_channel<int>(1);
    auto [to_results, results_in] = fearless::sync_channel<int>(1);
    const auto one = start_stage(std::move(first_in), std::move(first), std::move(to_second));
    const auto two = start_stage(std::move(second_in), std::move(second), std::move(to_results));
    for (const int number : numbers) {
        (void)to_first.send(number);
        results.push_back(results_in.recv().value_or(0));
    }
    // [pipeline]
