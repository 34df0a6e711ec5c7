// verdict: passed
// why: A mutex guards the counter; lock, try_lock and unlock all work on it.

#include <cassert>
#include <mutex>
#include <thread>

std::mutex counter_mutex;
int counter = 0;
int failed_attempts = 0;

void count() {
    for (int i = 0; i < 2; ++i) {
        std::lock_guard guard(counter_mutex);
        ++counter;
    }
}

void try_to_count() {
    if (counter_mutex.try_lock()) {
        ++counter;
        counter_mutex.unlock();
    } else {
        ++failed_attempts;
    }
}

int main() {
    std::thread one(count);
    std::thread two(try_to_count);
    one.join();
    two.join();
    assert(counter + failed_attempts == 3);
}
