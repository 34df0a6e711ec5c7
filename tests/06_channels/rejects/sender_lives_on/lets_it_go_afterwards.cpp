// verdict: deadlock
// why: The line stands behind the loop that waits for it.

    // [collect]
    auto [tx, rx] = fearless::channel<int>();
    std::vector<std::jthread> threads;
    for (const Reporter& reporter : reporters) {
        threads.emplace_back([&reporter, tx = tx] { reporter(tx); });
    }
    for (const int report : rx) reports.push_back(report);
    {
        const auto gone = std::move(tx);
    }
    // [collect]
