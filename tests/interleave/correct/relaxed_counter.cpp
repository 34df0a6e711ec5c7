// verdict: passed
// why: Relaxed increments lose nothing, and join orders them before the last look.

#include <atomic>
#include <cassert>
#include <thread>

std::atomic<int> counter = 0;

void count() {
    for (int i = 0; i < 2; ++i) counter.fetch_add(1, std::memory_order_relaxed);
}

int main() {
    std::thread one(count);
    std::thread two(count);
    one.join();
    two.join();
    assert(counter.load(std::memory_order_relaxed) == 4);
}
