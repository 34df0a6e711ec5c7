// verdict: passed
// why: The waiter looks at the predicate under the mutex, so no order loses the notification.

#include <cassert>
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex value_mutex;
std::condition_variable value_ready;
int value = 0;

void wait_with_predicate() {
    std::unique_lock lock(value_mutex);
    value_ready.wait(lock, [] { return value != 0; });
    assert(value == 42);
}

void wait_in_a_loop() {
    std::unique_lock lock(value_mutex);
    while (value == 0) value_ready.wait(lock);
    assert(value == 42);
}

int main() {
    std::thread one(wait_with_predicate);
    std::thread two(wait_in_a_loop);
    {
        std::lock_guard guard(value_mutex);
        value = 42;
    }
    value_ready.notify_all();
    one.join();
    two.join();
}
