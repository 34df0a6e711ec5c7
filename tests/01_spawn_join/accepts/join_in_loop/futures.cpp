// why: One future a task, waited for in a second loop.

#include <future>

    // [run_all_at_once]
    std::vector<std::future<void>> futures;
    for (const auto& task : tasks) futures.push_back(std::async(std::launch::async, task));
    for (auto& future : futures) future.get();
    // [run_all_at_once]
