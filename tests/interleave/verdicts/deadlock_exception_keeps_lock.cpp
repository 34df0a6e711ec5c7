// verdict: deadlock
// why: The exception skips the unlock, so the next thread waits for ever.
// message: log_mutex

#include <mutex>
#include <stdexcept>
#include <thread>

std::mutex log_mutex;
int entries = 0;

void add_entry() {
    log_mutex.lock();
    if (entries == 1) throw std::length_error("the log is full");
    ++entries;
    log_mutex.unlock();
}

void work() {
    try {
        add_entry();
    } catch (const std::length_error&) {
    }
}

int main() {
    std::thread one(work);
    std::thread two(work);
    std::thread three(work);
    one.join();
    two.join();
    three.join();
}
