#include <atomic>
#include <cassert>
#include <thread>
#include <vector>

std::atomic<int> a = 0;
std::atomic<int> b = 0;

void set() {
    a.store(1);
    b.store(-1);
}

void check() {
    const int seen_a = a.load();
    const int seen_b = b.load();
    assert((seen_a == 0 && seen_b == 0) || (seen_a == 1 && seen_b == -1));
}
