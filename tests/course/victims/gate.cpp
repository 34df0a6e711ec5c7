// Four threads wait, each in its own way, for a word in memory that another process shares
// (argv[1] names the file). When it becomes 1 they do some work together, and the exit status is
// 42 if nothing of it was lost.
#include <fcntl.h>
#include <linux/futex.h>
#include <sys/mman.h>
#include <sys/syscall.h>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include "victim.hpp"

namespace {

std::mutex lock;
std::condition_variable changed;
bool open_now = false;
std::atomic<int> opened = 0;
std::atomic<int> passed = 0;

void wait_at(std::uint32_t* word) {
    while (__atomic_load_n(word, __ATOMIC_ACQUIRE) == 0)
        ::syscall(SYS_futex, word, FUTEX_WAIT, 0, nullptr, nullptr, 0);
    ++passed;
    const std::lock_guard hold(lock);
    open_now = true;
    changed.notify_all();
}

void wait_by_condition() {
    std::unique_lock hold(lock);
    changed.wait(hold, [] { return open_now; });
    ++passed;
    opened = 1;
    opened.notify_all();
}

void wait_by_atomic() {
    opened.wait(0);
    ++passed;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) return 2;
    const int file = ::open(argv[1], O_RDWR);
    void* memory =
        ::mmap(nullptr, sizeof(std::uint32_t), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (memory == MAP_FAILED) return 2;
    announce();
    std::vector<std::thread> threads;
    threads.emplace_back(wait_at, static_cast<std::uint32_t*>(memory));
    threads.emplace_back(wait_by_condition);
    threads.emplace_back(wait_by_atomic);
    for (std::thread& thread : threads) thread.join();
    return passed == 3 ? 42 : 1;
}
