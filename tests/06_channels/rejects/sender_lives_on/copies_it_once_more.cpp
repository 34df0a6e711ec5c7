// verdict: deadlock
// why: gone is a copy; the original lives on.

    // [collect]
    auto [tx, rx] = fearless::channel<int>();
    std::vector<std::jthread> threads;
    for (const Reporter& reporter : reporters) {
        threads.emplace_back([&reporter, tx = tx] { reporter(tx); });
    }
    {
        const auto gone = tx;
    }
    for (const int report : rx) reports.push_back(report);
    // [collect]
