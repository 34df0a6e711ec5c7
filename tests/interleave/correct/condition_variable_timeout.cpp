// verdict: passed
// why: Nobody notifies, so the wait always ends with the timeout.

#include <cassert>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex never_mutex;
std::condition_variable never_notified;

int main() {
    std::thread waiter([] {
        std::unique_lock lock(never_mutex);
        const bool happened =
            never_notified.wait_for(lock, std::chrono::milliseconds(5), [] { return false; });
        assert(!happened);
    });
    waiter.join();
}
