// verdict: passed
// why: The answer of wait_for says whether the value is there, and the program heeds it.

#include <cassert>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

using namespace std::chrono_literals;

std::mutex value_mutex;
std::condition_variable value_ready;
int value = 0;

int main() {
    std::thread waiter([] {
        std::unique_lock lock(value_mutex);
        if (value_ready.wait_for(lock, 1ms, [] { return value != 0; })) {
            assert(value == 42);
        } else {
            assert(value == 0);
        }
    });
    std::thread setter([] {
        std::lock_guard guard(value_mutex);
        value = 42;
        value_ready.notify_one();
    });
    waiter.join();
    setter.join();
}
