// verdict: not_concurrent
// why: Each round joins the thread of the round before: two at a time, never all.

#include <functional>
#include <thread>
#include <utility>
#include <vector>

// Runs every task on a thread of its own, all of them at the same time. When the function
// returns, every task is done and every thread has ended.
void run_all_at_once(const std::vector<std::function<void()>>& tasks) {
    // [run_all_at_once]
    std::thread previous;
    for (const auto& task : tasks) {
        std::thread worker(task);
        if (previous.joinable()) previous.join();
        previous = std::move(worker);
    }
    if (previous.joinable()) previous.join();
    // [run_all_at_once]
}
