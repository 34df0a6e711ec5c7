// verdict: wrong_result
// why: One value for each reporter is a guess; some send more, some nothing.

    // [collect]
    auto [tx, rx] = fearless::channel<int>();
    std::vector<std::jthread> threads;
    for (const Reporter& reporter : reporters) {
        threads.emplace_back([&reporter, tx = tx] { reporter(tx); });
    }
    for (std::size_t i = 0; i < reporters.size(); ++i) {
        if (const auto report = rx.recv_for(std::chrono::milliseconds(200))) {
            reports.push_back(*report);
        }
    }
    // [collect]
