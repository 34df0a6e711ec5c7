// verdict: passed
// why: A lock made of futex calls looks again after every wake-up, for whatever reason it comes.

#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cassert>
#include <thread>

std::atomic<unsigned> state = 0;  // 1: locked, 2: and somebody may sleep
int count = 0;

void futex(int operation, unsigned value) {
    syscall(SYS_futex, &state, operation, value, nullptr, nullptr, 0);
}

void count_under_the_lock() {
    unsigned free = 0;
    if (!state.compare_exchange_strong(free, 1))
        while (state.exchange(2) != 0) futex(FUTEX_WAIT_PRIVATE, 2);
    ++count;
    if (state.exchange(0) == 2) futex(FUTEX_WAKE_PRIVATE, 1);
}

int main() {
    std::thread other(count_under_the_lock);
    count_under_the_lock();
    other.join();
    assert(count == 2);
}
