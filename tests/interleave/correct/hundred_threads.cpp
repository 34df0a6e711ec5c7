// verdict: passed
// why: A hundred threads at once count under one mutex.
// threads: 100

#include <cassert>
#include <mutex>
#include <thread>
#include <vector>

std::mutex counter_mutex;
int counter = 0;

int main() {
    std::vector<std::thread> threads;
    for (int i = 0; i < 100; ++i) {
        threads.emplace_back([] {
            std::lock_guard guard(counter_mutex);
            ++counter;
        });
    }
    for (std::thread& thread : threads) thread.join();
    assert(counter == 100);
}
