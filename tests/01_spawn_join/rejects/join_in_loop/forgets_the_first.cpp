// verdict: crash
// why: Counting from 1 leaves one thread unjoined.

#include <cstddef>

    // [run_all_at_once]
    std::vector<std::thread> workers;
    for (const auto& task : tasks) workers.emplace_back(task);
    for (std::size_t i = 1; i < workers.size(); ++i) workers[i].join();
    // [run_all_at_once]
