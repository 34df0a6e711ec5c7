// why: The future of std::async waits for its thread.

#include <future>
#include <utility>

    // [run_on_a_thread]
    std::async(std::launch::async, std::move(task)).get();
    // [run_on_a_thread]
