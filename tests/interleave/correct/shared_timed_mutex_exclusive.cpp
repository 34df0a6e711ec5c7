// verdict: passed
// why: The program is right whether try_lock_for and try_lock_until get the mutex or give up.
// note: stock ThreadSanitizer does not see the timed locks and may report a false alarm.

#include <cassert>
#include <chrono>
#include <shared_mutex>
#include <thread>

using namespace std::chrono_literals;

std::shared_timed_mutex counter_mutex;
int counter = 0;

int main() {
    int successes_for = 0;
    int successes_until = 0;
    std::thread one([&] {
        if (!counter_mutex.try_lock_for(1ms)) return;
        ++counter;
        ++successes_for;
        counter_mutex.unlock();
    });
    std::thread two([&] {
        if (!counter_mutex.try_lock_until(std::chrono::steady_clock::now() + 1ms)) return;
        ++counter;
        ++successes_until;
        counter_mutex.unlock();
    });
    one.join();
    two.join();
    assert(counter == successes_for + successes_until);
}
