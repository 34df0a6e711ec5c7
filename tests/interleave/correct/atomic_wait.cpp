// verdict: passed
// why: wait() returns when the value is no longer the old one, and each store is followed by a
// notify.

#include <atomic>
#include <cassert>
#include <thread>

std::atomic<int> stage = 0;
int value = 0;

int main() {
    std::thread waiter([] {
        stage.wait(0);
        assert(value == 42);
        stage = 2;
        stage.notify_one();
    });
    value = 42;
    stage = 1;
    stage.notify_one();
    stage.wait(1);
    assert(stage == 2);
    waiter.join();
}
