// verdict: passed
// why: Two threads wait on one flag and notify_all lets both go on.

#include <atomic>
#include <cassert>
#include <thread>

std::atomic_flag ready;
int value = 0;

void wait_for_value() {
    ready.wait(false);
    assert(value == 42);
}

int main() {
    std::thread one(wait_for_value);
    std::thread two(wait_for_value);
    value = 42;
    ready.test_and_set();
    ready.notify_all();
    one.join();
    two.join();
}
