// verdict: wrong_result
// why: A slow reporter is no reporter that has gone.

    // [collect]
    auto [tx, rx] = fearless::channel<int>();
    std::vector<std::jthread> threads;
    for (const Reporter& reporter : reporters) {
        threads.emplace_back([&reporter, tx = tx] { reporter(tx); });
    }
    while (const auto report = rx.recv_for(std::chrono::milliseconds(1))) {
        reports.push_back(*report);
    }
    // [collect]
