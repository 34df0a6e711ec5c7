// Two runners look at one counter. It is atomic, and still there is only one of it.
#include <atomic>
#include <cstdio>
#include <thread>
#include <vector>

int main() {
    std::atomic<int> number = 0;
    int seen[2] = {};
    std::vector<std::thread> runners;
    for (; number < 2; ++number)
        runners.emplace_back([&number, &mine = seen[number]] { mine = number; });
    for (std::thread& runner : runners) runner.join();
    std::printf("%d %d\n", seen[0], seen[1]);
}
