// verdict: passed
// why: The program is right whether the timed shared locks are got or given up.
// note: stock ThreadSanitizer does not see the timed locks and may report a false alarm.

#include <cassert>
#include <chrono>
#include <mutex>
#include <shared_mutex>
#include <thread>

using namespace std::chrono_literals;

std::shared_timed_mutex pair_mutex;
int first = 0;
int second = 0;

int main() {
    std::thread writer([] {
        std::lock_guard guard(pair_mutex);
        ++first;
        ++second;
    });
    std::thread reader([] {
        std::shared_lock lock(pair_mutex, 1ms);
        if (lock) assert(first == second);
    });
    std::thread other_reader([] {
        std::shared_lock lock(pair_mutex, std::chrono::system_clock::now() + 1ms);
        if (lock) assert(first == second);
    });
    writer.join();
    reader.join();
    other_reader.join();
    assert(first == 1 && second == 1);
}
