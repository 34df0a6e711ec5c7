// why: With all threads joined, whatever is not there now never comes.

    // [collect]
    auto [tx, rx] = fearless::channel<int>();
    std::vector<std::jthread> threads;
    for (const Reporter& reporter : reporters) {
        threads.emplace_back([&reporter, tx = tx] { reporter(tx); });
    }
    threads.clear();
    while (const auto report = rx.try_recv()) reports.push_back(*report);
    // [collect]
