// why: The sender lives in a block that ends before the loop.

    // [collect]
    std::vector<std::jthread> threads;
    auto rx = [&] {
        auto [tx, rx] = fearless::channel<int>();
        for (const Reporter& reporter : reporters) {
            threads.emplace_back([&reporter, tx = tx] { reporter(tx); });
        }
        return std::move(rx);
    }();
    for (const int report : rx) reports.push_back(report);
    // [collect]
