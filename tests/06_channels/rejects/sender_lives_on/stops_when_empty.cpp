// verdict: wrong_result
// why: Nothing is there now: that is not the end.

    // [collect]
    auto [tx, rx] = fearless::channel<int>();
    std::vector<std::jthread> threads;
    for (const Reporter& reporter : reporters) {
        threads.emplace_back([&reporter, tx = tx] { reporter(tx); });
    }
    while (const auto report = rx.try_recv()) reports.push_back(*report);
    // [collect]
