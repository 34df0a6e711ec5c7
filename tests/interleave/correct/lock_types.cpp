// verdict: passed
// why: lock_guard, unique_lock and scoped_lock each lock the same mutex, in all their forms.

#include <cassert>
#include <mutex>
#include <thread>
#include <utility>

std::mutex counter_mutex;
int counter = 0;

void use_lock_guard() {
    counter_mutex.lock();
    std::lock_guard guard(counter_mutex, std::adopt_lock);
    ++counter;
}

void use_unique_lock() {
    std::unique_lock lock(counter_mutex, std::defer_lock);
    lock.lock();
    ++counter;
    std::unique_lock moved = std::move(lock);
    assert(moved.owns_lock());
}

void use_scoped_lock() {
    std::scoped_lock lock(counter_mutex);
    ++counter;
}

int main() {
    std::thread one(use_lock_guard);
    std::thread two(use_unique_lock);
    use_scoped_lock();
    one.join();
    two.join();
    assert(counter == 3);
}
