// verdict: passed
// why: The two fences order the plain variable through the relaxed flag.
// note: stock ThreadSanitizer does not know fences and reports a data race.

#include <atomic>
#include <cassert>
#include <thread>

std::atomic<bool> ready = false;
int value = 0;

int main() {
    std::thread writer([] {
        value = 42;
        std::atomic_thread_fence(std::memory_order_release);
        ready.store(true, std::memory_order_relaxed);
    });
    std::thread reader([] {
        if (!ready.load(std::memory_order_relaxed)) return;
        std::atomic_thread_fence(std::memory_order_acquire);
        assert(value == 42);
    });
    writer.join();
    reader.join();
}
