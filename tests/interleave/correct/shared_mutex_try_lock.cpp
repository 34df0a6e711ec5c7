// verdict: passed
// why: try_lock and try_lock_shared give an answer at once; the program is right with either.

#include <cassert>
#include <shared_mutex>
#include <thread>

std::shared_mutex value_mutex;
int value = 0;

int main() {
    bool written = false;
    std::thread writer([&written] {
        if (value_mutex.try_lock()) {
            value = 1;
            written = true;
            value_mutex.unlock();
        }
    });
    std::thread reader([] {
        if (value_mutex.try_lock_shared()) {
            assert(value == 0 || value == 1);
            value_mutex.unlock_shared();
        }
    });
    writer.join();
    reader.join();
    assert(value == (written ? 1 : 0));
}
