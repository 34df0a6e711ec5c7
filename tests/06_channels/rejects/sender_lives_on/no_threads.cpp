// verdict: not_concurrent
// why: The reporters run here, one after the other.

    // [collect]
    auto [tx, rx] = fearless::channel<int>();
    std::vector<std::jthread> threads;
    for (const Reporter& reporter : reporters) {
        reporter(tx);
    }
    {
        const auto gone = std::move(tx);
    }
    for (const int report : rx) reports.push_back(report);
    // [collect]
