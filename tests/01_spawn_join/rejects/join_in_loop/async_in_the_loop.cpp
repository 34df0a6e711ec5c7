// verdict: not_concurrent
// why: The future of std::async waits in its destructor, once a round.

#include <future>

    // [run_all_at_once]
    for (const auto& task : tasks) {
        auto future = std::async(std::launch::async, task);
    }
    // [run_all_at_once]
