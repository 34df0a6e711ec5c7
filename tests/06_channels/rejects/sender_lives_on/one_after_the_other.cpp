// verdict: not_concurrent
// why: Each reporter is waited for before the next one starts.

    // [collect]
    auto [tx, rx] = fearless::channel<int>();
    std::vector<std::jthread> threads;
    for (const Reporter& reporter : reporters) {
        std::jthread([&reporter, tx = tx] { reporter(tx); });
    }
    {
        const auto gone = std::move(tx);
    }
    for (const int report : rx) reports.push_back(report);
    // [collect]
