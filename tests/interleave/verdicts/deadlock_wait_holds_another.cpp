// verdict: deadlock
// why: The wait gives back one mutex, but the notifier needs the other one first.
// message: outer_mutex

#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex outer_mutex;
std::mutex inner_mutex;
std::condition_variable filled;
bool is_filled = false;

int main() {
    std::thread waiter([] {
        std::lock_guard outer(outer_mutex);
        std::unique_lock inner(inner_mutex);
        filled.wait(inner, [] { return is_filled; });
    });
    std::thread filler([] {
        std::lock_guard outer(outer_mutex);
        std::lock_guard inner(inner_mutex);
        is_filled = true;
        filled.notify_one();
    });
    waiter.join();
    filler.join();
}
