// verdict: passed
// why: The release store and the acquire load that sees it order the plain variable.

#include <atomic>
#include <cassert>
#include <thread>

std::atomic<bool> ready = false;
int value = 0;

int main() {
    std::thread writer([] {
        value = 42;
        ready.store(true, std::memory_order_release);
    });
    std::thread reader([] {
        if (ready.load(std::memory_order_acquire)) assert(value == 42);
    });
    writer.join();
    reader.join();
}
