// Two owners go. Each counts down, and then looks whether it was the last one.
#include <atomic>
#include <cstdio>
#include <thread>

std::atomic<int> owners = 2;

void go() {
    owners.fetch_sub(1);
    if (owners.load() == 0) std::puts("destroyed");
}

int main() {
    std::thread other(go);
    go();
    other.join();
    std::puts("end");
}
