// verdict: passed
// why: condition_variable_any waits with any kind of lock, here a shared one.

#include <cassert>
#include <condition_variable>
#include <mutex>
#include <shared_mutex>
#include <thread>

std::shared_mutex value_mutex;
std::condition_variable_any value_ready;
int value = 0;

void wait_for_value() {
    std::shared_lock lock(value_mutex);
    value_ready.wait(lock, [] { return value != 0; });
    assert(value == 42);
}

int main() {
    std::thread one(wait_for_value);
    {
        std::lock_guard guard(value_mutex);
        value = 42;
    }
    value_ready.notify_all();
    one.join();
}
