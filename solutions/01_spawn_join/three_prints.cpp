// Three threads print a word each: main and the two that it starts.
#include <cstdio>
#include <thread>

int main() {
    std::thread ann([] { std::puts("ann"); });
    std::thread bob([] { std::puts("bob"); });
    ann.join();
    std::puts("main");
    bob.join();
}
