// A latch opens once: nobody starts before all are ready, and all start then.
#include <cstdio>
#include <latch>
#include <string>
#include <thread>
#include <vector>

int main() {
    // [latch]
    std::latch ready(3);
    std::string order[3];
    std::vector<std::jthread> runners;
    for (int i = 0; i < 3; ++i) {
        runners.emplace_back([&, i] {
            order[i] = "ready";
            ready.count_down();
        });
    }
    ready.wait();
    for (const std::string& runner : order) std::puts(runner.c_str());
    std::puts("go");
    // [latch]
}
