// why: Another channel's sender is put in the place of this one.

    // [collect]
    auto [tx, rx] = fearless::channel<int>();
    std::vector<std::jthread> threads;
    for (const Reporter& reporter : reporters) {
        threads.emplace_back([&reporter, tx = tx] { reporter(tx); });
    }
    tx = fearless::channel<int>().first;
    for (const int report : rx) reports.push_back(report);
    // [collect]
