// verdict: wrong_result
// why: A futex wakes a thread for no reason, and `if` does not look again.
// message: is_open

#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cassert>
#include <thread>

std::atomic<unsigned> is_open = 0;

int main() {
    std::thread waiter([] {
        if (is_open == 0) syscall(SYS_futex, &is_open, FUTEX_WAIT_PRIVATE, 0, nullptr, nullptr, 0);
        assert(is_open);
    });
    is_open = 1;
    syscall(SYS_futex, &is_open, FUTEX_WAKE_PRIVATE, 1, nullptr, nullptr, 0);
    waiter.join();
}
