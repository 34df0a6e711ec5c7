// verdict: crash
// why: The two ids always differ, so the join is skipped.

#include <functional>
#include <thread>

// Runs `task` on a thread of its own. When the function returns, the task is done and its thread
// has ended.
void run_on_a_thread(std::function<void()> task) {
    // [run_on_a_thread]
    std::thread worker(task);
    if (worker.get_id() == std::this_thread::get_id()) worker.join();
    // [run_on_a_thread]
}
