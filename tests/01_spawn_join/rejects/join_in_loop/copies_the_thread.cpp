// verdict: compile_error
// says: This copies a std::thread, which cannot be copied.
// why: The loop over the threads makes a copy of each.

// A loop that joins too early.
#include <functional>
#include <thread>
#include <vector>

// Runs every task on a thread of its own, all of them at the same time. When the function
// returns, every task is done and every thread has ended.
void run_all_at_once(const std::vector<std::function<void()>>& tasks) {
    // [run_all_at_once]
    std::vector<std::thread> workers;
    for (const auto& task : tasks) workers.emplace_back(task);
    for (std::thread worker : workers) worker.join();
    // [run_all_at_once]
}
