// verdict: wrong_result
// test: ForgottenJoin.the_task_is_done_when_the_function_returns
// why: A pause is a guess at how long the task takes; the task is not asked.

#include <chrono>

    // [run_on_a_thread]
    std::thread worker(task);
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    worker.detach();
    // [run_on_a_thread]
