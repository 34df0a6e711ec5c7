// verdict: timeout
// why: joinable() says that nobody has joined yet, not that the thread runs.

#include <functional>
#include <thread>

// Runs `task` on a thread of its own. When the function returns, the task is done and its thread
// has ended.
void run_on_a_thread(std::function<void()> task) {
    // [run_on_a_thread]
    std::thread worker(task);
    while (worker.joinable()) std::this_thread::yield();
    // [run_on_a_thread]
}
