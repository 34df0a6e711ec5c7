// why: The future of std::async waits for its thread.

#include <functional>
#include <future>
#include <thread>
#include <utility>

// Runs `task` on a thread of its own. When the function returns, the task is done and its thread
// has ended.
void run_on_a_thread(std::function<void()> task) {
    // [run_on_a_thread]
    std::async(std::launch::async, std::move(task)).get();
    // [run_on_a_thread]
}
