// verdict: not_concurrent
// why: A deferred task starts no thread: get() runs it where it is called.

#include <future>

    // [run_all_at_once]
    std::vector<std::future<void>> futures;
    for (const auto& task : tasks) futures.push_back(std::async(std::launch::deferred, task));
    for (auto& future : futures) future.get();
    // [run_all_at_once]
