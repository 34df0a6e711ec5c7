// The thread that is started first need not be the first to print.
#include <cstdio>
#include <thread>

int main() {
    std::thread first([] { std::puts("first"); });
    std::thread second([] { std::puts("second"); });
    first.join();
    second.join();
}
