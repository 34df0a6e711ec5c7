// verdict: passed
// why: The flag is a spin lock: acquire when taken, release when given back.

#include <atomic>
#include <cassert>
#include <thread>

std::atomic_flag taken;
int counter = 0;

void count() {
    while (taken.test_and_set(std::memory_order_acquire)) std::this_thread::yield();
    ++counter;
    taken.clear(std::memory_order_release);
}

int main() {
    std::thread one(count);
    std::thread two(count);
    one.join();
    two.join();
    assert(counter == 2);
}
