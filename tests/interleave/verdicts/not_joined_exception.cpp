// verdict: not_joined
// why: The exception skips the join, and the std::thread is destroyed on its way out.
// message: run_worker

#include <atomic>
#include <stdexcept>
#include <thread>

std::atomic<bool> has_failed = false;

void run_worker() {
    std::thread worker([] { has_failed = true; });
    if (has_failed) throw std::runtime_error("the worker has failed");
    worker.join();
}

int main() {
    try {
        run_worker();
    } catch (const std::runtime_error&) {
    }
}
