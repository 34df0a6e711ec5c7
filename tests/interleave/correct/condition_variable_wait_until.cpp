// verdict: passed
// why: A wait with a point in time, by either clock, ends with the value or with the timeout.

#include <cassert>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

using namespace std::chrono_literals;

std::mutex value_mutex;
std::condition_variable value_ready;
int value = 0;

template <class Clock>
void wait_until() {
    std::unique_lock lock(value_mutex);
    const auto limit = Clock::now() + 1ms;
    while (value == 0) {
        if (value_ready.wait_until(lock, limit) == std::cv_status::timeout) return;
    }
    assert(value == 42);
}

int main() {
    std::thread one(wait_until<std::chrono::steady_clock>);
    std::thread two(wait_until<std::chrono::system_clock>);
    {
        std::lock_guard guard(value_mutex);
        value = 42;
    }
    value_ready.notify_all();
    one.join();
    two.join();
}
