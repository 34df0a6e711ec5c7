// The same three slow answers, each waited for by a thread of its own: the waits overlap.
#include <chrono>
#include <cstdio>
#include <thread>
#include <vector>

// Stands in for a disk or a server: the thread sleeps until the answer is there.
void fetch(const char* name) {
    std::printf("%s: asked\n", name);
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    std::printf("%s: answered\n", name);
}

int main() {
    std::vector<std::thread> waiting;
    for (const char* name : {"disk", "database", "printer"}) waiting.emplace_back(fetch, name);
    std::printf("main is free\n");
    for (std::thread& thread : waiting) thread.join();
}
