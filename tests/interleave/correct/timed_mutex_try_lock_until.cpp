// verdict: passed
// why: The program is right whether try_lock_until gets the mutex or gives up, by either clock.
// note: stock ThreadSanitizer does not see the timed locks and reports a wrong unlock.

#include <cassert>
#include <chrono>
#include <mutex>
#include <thread>

std::timed_mutex counter_mutex;
int counter = 0;

template <class Clock>
void count_if_possible(int& successes) {
    if (!counter_mutex.try_lock_until(Clock::now() + std::chrono::milliseconds(1))) return;
    ++counter;
    ++successes;
    counter_mutex.unlock();
}

int main() {
    int steady_successes = 0;
    int system_successes = 0;
    std::thread one([&] { count_if_possible<std::chrono::steady_clock>(steady_successes); });
    std::thread two([&] { count_if_possible<std::chrono::system_clock>(system_successes); });
    one.join();
    two.join();
    assert(counter == steady_successes + system_successes);
}
