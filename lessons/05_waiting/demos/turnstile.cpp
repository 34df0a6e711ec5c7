// A semaphore with two permits lets two threads in at a time, and a third one waits.
#include <atomic>
#include <cstdio>
#include <fearless/semaphore.hpp>
#include <thread>
#include <vector>

int main() {
    std::atomic<int> inside = 0, most = 0;
    // [visit]
    fearless::Semaphore permits(2);
    const auto visit = [&] {
        permits.acquire();
        const int now = ++inside;
        for (int seen = most; seen < now && !most.compare_exchange_weak(seen, now);) {
        }
        --inside;
        permits.release();
    };
    // [visit]
    std::vector<std::jthread> visitors;
    for (int i = 0; i < 8; ++i) visitors.emplace_back(visit);
    visitors.clear();
    std::printf("8 visitors, never more than 2 inside: %s\n", most <= 2 ? "yes" : "no");
}
