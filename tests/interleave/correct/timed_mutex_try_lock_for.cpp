// verdict: passed
// why: The program is right whether try_lock_for gets the mutex or gives up.
// note: stock ThreadSanitizer does not see the timed locks and reports a wrong unlock.

#include <cassert>
#include <chrono>
#include <mutex>
#include <thread>

std::timed_mutex counter_mutex;
int counter = 0;

int main() {
    bool gave_up = false;
    std::thread patient([] {
        std::lock_guard guard(counter_mutex);
        ++counter;
    });
    std::thread hasty([&gave_up] {
        std::unique_lock lock(counter_mutex, std::chrono::milliseconds(1));
        if (lock) {
            ++counter;
        } else {
            gave_up = true;
        }
    });
    patient.join();
    hasty.join();
    assert(counter == (gave_up ? 1 : 2));
}
