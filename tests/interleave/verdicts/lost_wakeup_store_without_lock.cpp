// verdict: lost_wakeup
// why: The flag is set without the mutex, so it fits between the waiter's look and its wait.
// message: is_open_changed

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex gate_mutex;
std::condition_variable is_open_changed;
std::atomic<bool> is_open = false;

int main() {
    std::thread visitor([] {
        std::unique_lock lock(gate_mutex);
        is_open_changed.wait(lock, [] { return is_open.load(); });
    });
    is_open = true;
    is_open_changed.notify_one();
    visitor.join();
}
