// The flag is atomic, and a thread can sleep for ever all the same.
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex mutex;
std::condition_variable changed;
std::atomic<bool> ready = false;

int main() {
    std::thread waiter([] {
        std::unique_lock hold(mutex);
        while (!ready) changed.wait(hold);
    });
    ready = true;
    changed.notify_one();
    waiter.join();
}
