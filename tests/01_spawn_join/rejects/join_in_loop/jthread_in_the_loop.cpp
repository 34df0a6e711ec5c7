// verdict: not_concurrent
// why: A std::jthread that is local to the loop joins at the end of each round.

#include <functional>
#include <thread>
#include <vector>

// Runs every task on a thread of its own, all of them at the same time. When the function
// returns, every task is done and every thread has ended.
void run_all_at_once(const std::vector<std::function<void()>>& tasks) {
    // [run_all_at_once]
    for (const auto& task : tasks) std::jthread worker(task);
    // [run_all_at_once]
}
