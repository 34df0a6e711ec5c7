// verdict: wrong_result
// why: When the mutex is taken, the update is silently left out.
// message: entries == 2

#include <cassert>
#include <mutex>
#include <thread>

std::mutex log_mutex;
int entries = 0;

void add_entry() {
    std::unique_lock lock(log_mutex, std::try_to_lock);
    if (lock) ++entries;
}

int main() {
    std::thread one(add_entry);
    std::thread two(add_entry);
    one.join();
    two.join();
    assert(entries == 2);
}
