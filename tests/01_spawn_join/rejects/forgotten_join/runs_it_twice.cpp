// verdict: wrong_result
// why: Called "to be sure" in both places.

#include <functional>
#include <thread>

// Runs `task` on a thread of its own. When the function returns, the task is done and its thread
// has ended.
void run_on_a_thread(std::function<void()> task) {
    // [run_on_a_thread]
    std::thread worker(task);
    worker.join();
    task();
    // [run_on_a_thread]
}
