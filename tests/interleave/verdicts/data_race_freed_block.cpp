// verdict: data_race
// why: The block is freed after the last read of it, but nothing orders the two.
// message: use_block

#include <atomic>
#include <cstdio>
#include <thread>

int* block = new int(42);
std::atomic<bool> used = false;

void use_block() {
    std::printf("%d\n", *block);
    used.store(true, std::memory_order_relaxed);
}

int main() {
    bool freed = false;
    std::thread user(use_block);
    std::thread owner([&freed] {
        if (!used.load(std::memory_order_relaxed)) return;
        delete block;
        freed = true;
    });
    user.join();
    owner.join();
    if (!freed) delete block;
}
