// verdict: wrong_result
// why: A wait may end without a notification, and `if` does not look again.
// message: is_ready

#include <cassert>
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex ready_mutex;
std::condition_variable ready_changed;
bool is_ready = false;

int main() {
    std::thread waiter([] {
        std::unique_lock lock(ready_mutex);
        if (!is_ready) ready_changed.wait(lock);
        assert(is_ready);
    });
    {
        std::lock_guard guard(ready_mutex);
        is_ready = true;
    }
    ready_changed.notify_one();
    waiter.join();
}
