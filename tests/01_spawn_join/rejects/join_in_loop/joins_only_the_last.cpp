// verdict: wrong_result
// test: JoinInLoop.every_task_is_done_in_every_order
// why: The thread that was started last need not be the one that ends last.

#include <functional>
#include <thread>
#include <vector>

// Runs every task on a thread of its own, all of them at the same time. When the function
// returns, every task is done and every thread has ended.
void run_all_at_once(const std::vector<std::function<void()>>& tasks) {
    // [run_all_at_once]
    std::thread worker;
    for (const auto& task : tasks) {
        if (worker.joinable()) worker.detach();
        worker = std::thread(task);
    }
    if (worker.joinable()) worker.join();
    // [run_all_at_once]
}
