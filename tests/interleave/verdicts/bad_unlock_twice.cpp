// verdict: bad_unlock
// why: The mutex is unlocked by hand, and once more by its caller.
// message: list_mutex

#include <mutex>
#include <thread>

std::mutex list_mutex;
int entries = 0;

void add_entry_and_unlock() {
    ++entries;
    list_mutex.unlock();
}

void work() {
    list_mutex.lock();
    add_entry_and_unlock();
    list_mutex.unlock();
}

int main() {
    std::thread worker(work);
    worker.join();
}
