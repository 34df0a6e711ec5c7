// Three slow answers, asked for one after another: nothing else happens during a wait.
#include <chrono>
#include <cstdio>
#include <thread>

// Stands in for a disk or a server: the thread sleeps until the answer is there.
void fetch(const char* name) {
    std::printf("%s: asked\n", name);
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    std::printf("%s: answered\n", name);
}

int main() {
    for (const char* name : {"disk", "database", "printer"}) fetch(name);
    std::printf("main is free\n");
}
