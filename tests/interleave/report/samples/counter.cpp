#include <atomic>
#include <cassert>
#include <thread>
#include <vector>

std::atomic<int> counter = 0;

void add_one() {
    const int old = counter.load();
    counter.store(old + 1);
}

void body() {
    std::thread one(add_one);
    std::thread two(add_one);
    one.join();
    two.join();
    assert(counter.load() == 2);
}
