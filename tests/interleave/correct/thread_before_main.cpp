// verdict: passed
// why: A global object starts a thread before main and joins it after main.

#include <cassert>
#include <mutex>
#include <thread>

std::mutex value_mutex;
int value = 0;

struct Background {
    ~Background() {
        worker.join();
        assert(value == 2);
    }
    std::thread worker = std::thread([] {
        std::lock_guard guard(value_mutex);
        ++value;
    });
};

Background background;

int main() {
    std::lock_guard guard(value_mutex);
    ++value;
}
