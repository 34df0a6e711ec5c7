// verdict: not_concurrent
// why: Each round joins the thread of the round before: two at a time, never all.

#include <utility>

    // [run_all_at_once]
    std::thread previous;
    for (const auto& task : tasks) {
        std::thread worker(task);
        if (previous.joinable()) previous.join();
        previous = std::move(worker);
    }
    if (previous.joinable()) previous.join();
    // [run_all_at_once]
