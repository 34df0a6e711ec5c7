// verdict: deadlock
// why: A reader asks for the exclusive lock while it still holds the shared one.
// message: table_mutex

#include <shared_mutex>
#include <thread>

std::shared_mutex table_mutex;
int entries = 0;

void add_if_missing() {
    std::shared_lock reading(table_mutex);
    if (entries > 0) return;
    table_mutex.lock();
    ++entries;
    table_mutex.unlock();
}

int main() {
    std::thread one(add_if_missing);
    std::thread two(add_if_missing);
    one.join();
    two.join();
}
