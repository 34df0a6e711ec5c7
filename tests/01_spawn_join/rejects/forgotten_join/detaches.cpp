// verdict: wrong_result
// test: ForgottenJoin.the_task_is_done_when_the_function_returns
// why: Detaching silences std::terminate, but nobody waits for the task any more.

#include <functional>
#include <thread>

// Runs `task` on a thread of its own. When the function returns, the task is done and its thread
// has ended.
void run_on_a_thread(std::function<void()> task) {
    // [run_on_a_thread]
    std::thread worker(task);
    worker.detach();
    // [run_on_a_thread]
}
