// verdict: passed
// why: The owner always gets the mutex again, also with a time limit; the other may give up.
// note: stock ThreadSanitizer does not see the timed locks and reports a wrong unlock.

#include <cassert>
#include <chrono>
#include <mutex>
#include <thread>

using namespace std::chrono_literals;

std::recursive_timed_mutex counter_mutex;
int counter = 0;

void count_twice_if_possible() {
    if (!counter_mutex.try_lock_for(1ms)) return;
    const bool again = counter_mutex.try_lock_until(std::chrono::steady_clock::now() + 1ms);
    assert(again);
    counter += 2;
    counter_mutex.unlock();
    counter_mutex.unlock();
}

int main() {
    std::thread one(count_twice_if_possible);
    std::thread two(count_twice_if_possible);
    one.join();
    two.join();
    assert(counter % 2 == 0);
}
