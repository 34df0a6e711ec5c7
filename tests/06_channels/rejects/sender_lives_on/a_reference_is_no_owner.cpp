// verdict: deadlock
// why: A move that nobody takes moves nothing.

    // [collect]
    auto [tx, rx] = fearless::channel<int>();
    std::vector<std::jthread> threads;
    for (const Reporter& reporter : reporters) {
        threads.emplace_back([&reporter, tx = tx] { reporter(tx); });
    }
    {
        [[maybe_unused]] const auto&& gone = std::move(tx);
    }
    for (const int report : rx) reports.push_back(report);
    // [collect]
