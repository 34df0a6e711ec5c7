// verdict: wrong_result
// why: The first thread takes the only sender along; the others have none.

    // [collect]
    auto [tx, rx] = fearless::channel<int>();
    std::vector<std::jthread> threads;
    for (const Reporter& reporter : reporters) {
        threads.emplace_back([&reporter, tx = std::move(tx)] { reporter(tx); });
    }
    {
        const auto gone = std::move(tx);
    }
    for (const int report : rx) reports.push_back(report);
    // [collect]
