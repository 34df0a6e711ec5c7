// why: The task may be moved in; asking joinable() first does no harm.

#include <utility>

    // [run_on_a_thread]
    std::thread worker(std::move(task));
    if (worker.joinable()) worker.join();
    // [run_on_a_thread]
