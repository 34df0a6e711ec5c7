// Five threads in a loop. Any order of the five lines is right.
#include <cstdio>
#include <thread>
#include <vector>

int main() {
    // [two_loops]
    std::vector<std::thread> threads;
    for (int i = 0; i < 5; ++i) {
        threads.emplace_back([i] { std::printf("this is thread number %d\n", i); });
    }
    for (std::thread& thread : threads) thread.join();
    // [two_loops]
}
