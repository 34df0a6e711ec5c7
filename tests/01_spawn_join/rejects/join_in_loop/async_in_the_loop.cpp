// verdict: not_concurrent
// why: The future of std::async waits in its destructor, once a round.

#include <functional>
#include <future>
#include <thread>
#include <vector>

// Runs every task on a thread of its own, all of them at the same time. When the function
// returns, every task is done and every thread has ended.
void run_all_at_once(const std::vector<std::function<void()>>& tasks) {
    // [run_all_at_once]
    for (const auto& task : tasks) {
        auto future = std::async(std::launch::async, task);
    }
    // [run_all_at_once]
}
