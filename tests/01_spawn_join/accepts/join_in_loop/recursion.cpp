// why: Each call starts a thread, lets the rest start theirs, then joins its own.
// whole: a second function

#include <functional>
#include <span>
#include <thread>
#include <vector>

void run_rest(std::span<const std::function<void()>> tasks) {
    if (tasks.empty()) return;
    std::thread worker(tasks.front());
    run_rest(tasks.subspan(1));
    worker.join();
}

void run_all_at_once(const std::vector<std::function<void()>>& tasks) {
    run_rest(tasks);
}
