// verdict: wrong_result
// why: A load and a store of an atomic are two steps, so an increment can be lost between them.
// message: counter == 2

#include <atomic>
#include <cassert>
#include <thread>

std::atomic<int> counter = 0;

void count() {
    counter = counter + 1;
}

int main() {
    std::thread one(count);
    std::thread two(count);
    one.join();
    two.join();
    assert(counter == 2);
}
