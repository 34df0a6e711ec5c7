// The thread wants to count to 9, but main ends first and takes the program with it.
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
    std::setvbuf(stdout, nullptr, _IONBF, 0);  // each line leaves the program at once
    // [detach]
    std::thread counter([] { count("thread", 9); });
    counter.detach();  // what Rust does when a JoinHandle is dropped
    count("main", 4);
    // [detach]
}
