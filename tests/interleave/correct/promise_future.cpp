// verdict: passed
// why: get() waits for the value and sees everything that was written before set_value.

#include <cassert>
#include <future>
#include <thread>

int side_effect = 0;

int main() {
    std::promise<int> promise;
    std::future<int> future = promise.get_future();
    std::thread giver([&promise] {
        side_effect = 1;
        promise.set_value(42);
    });
    const int value = future.get();
    assert(value == 42 && side_effect == 1);
    giver.join();
}
