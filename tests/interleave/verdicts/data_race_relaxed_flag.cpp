// verdict: data_race
// why: A relaxed flag does not order the variable that it announces.
// message: value

#include <atomic>
#include <cstdio>
#include <thread>

std::atomic<bool> ready = false;
int value = 0;

int main() {
    std::thread writer([] {
        value = 42;
        ready.store(true, std::memory_order_relaxed);
    });
    std::thread reader([] {
        if (ready.load(std::memory_order_relaxed)) std::printf("%d\n", value);
    });
    writer.join();
    reader.join();
}
