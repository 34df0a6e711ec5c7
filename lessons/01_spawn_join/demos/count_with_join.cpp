// The same count, but main waits for the thread before it ends.
#include <chrono>
#include <cstdio>
#include <thread>

void count(const char* who, int last) {
    for (int i = 1; i <= last; ++i) {
        std::printf("this is %s %d\n", who, i);
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

int main() {
    // [join]
    std::thread counter([] { count("thread", 9); });
    count("main", 4);
    counter.join();  // main stays here until the thread has counted to 9
    // [join]
}
