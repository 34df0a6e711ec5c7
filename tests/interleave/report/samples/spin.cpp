#include <atomic>

std::atomic<bool> ready = false;
std::atomic<int> rounds = 0;

void wait_for_it() {
    while (!ready.load()) {
    }
    rounds.fetch_add(1);
}

void set() {
    ready.store(true);
}
