// verdict: lost_wakeup
// why: The waiter looks before it takes the mutex; the notification fits between look and wait.
// message: is_done_changed

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex done_mutex;
std::condition_variable is_done_changed;
std::atomic<bool> is_done = false;

int main() {
    std::thread worker([] {
        std::lock_guard guard(done_mutex);
        is_done = true;
        is_done_changed.notify_one();
    });
    if (!is_done) {
        std::unique_lock lock(done_mutex);
        is_done_changed.wait(lock);
    }
    worker.join();
}
