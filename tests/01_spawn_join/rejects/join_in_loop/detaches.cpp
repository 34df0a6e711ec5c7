// verdict: wrong_result
// test: JoinInLoop.every_task_is_done_in_every_order
// why: Every task is under way at once, and nobody waits for any of them.

#include <functional>
#include <thread>
#include <vector>

// Runs every task on a thread of its own, all of them at the same time. When the function
// returns, every task is done and every thread has ended.
void run_all_at_once(const std::vector<std::function<void()>>& tasks) {
    // [run_all_at_once]
    for (const auto& task : tasks) std::thread(task).detach();
    // [run_all_at_once]
}
