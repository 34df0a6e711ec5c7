// verdict: wrong_result
// why: wait_for may end with a timeout, and the program takes the value as if it were there.
// message: value == 42

#include <cassert>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex value_mutex;
std::condition_variable value_ready;
int value = 0;

int main() {
    std::thread giver([] {
        std::lock_guard guard(value_mutex);
        value = 42;
        value_ready.notify_one();
    });
    {
        std::unique_lock lock(value_mutex);
        value_ready.wait_for(lock, std::chrono::seconds(1), [] { return value != 0; });
        assert(value == 42);
    }
    giver.join();
}
