// why: One future a task, waited for in a second loop.

#include <functional>
#include <future>
#include <thread>
#include <vector>

// Runs every task on a thread of its own, all of them at the same time. When the function
// returns, every task is done and every thread has ended.
void run_all_at_once(const std::vector<std::function<void()>>& tasks) {
    // [run_all_at_once]
    std::vector<std::future<void>> futures;
    for (const auto& task : tasks) futures.push_back(std::async(std::launch::async, task));
    for (auto& future : futures) future.get();
    // [run_all_at_once]
}
