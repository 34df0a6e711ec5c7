// why: The task may be moved in; asking joinable() first does no harm.

#include <functional>
#include <thread>
#include <utility>

// Runs `task` on a thread of its own. When the function returns, the task is done and its thread
// has ended.
void run_on_a_thread(std::function<void()> task) {
    // [run_on_a_thread]
    std::thread worker(std::move(task));
    if (worker.joinable()) worker.join();
    // [run_on_a_thread]
}
