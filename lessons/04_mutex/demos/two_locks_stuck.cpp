// Two threads lock two mutexes in opposite order: each holds what the other one wants.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fearless/mutex.hpp>
#include <latch>
#include <thread>

int main() {
    std::setvbuf(stdout, nullptr, _IONBF, 0);  // each line leaves the program at once
    static fearless::Mutex left(1);
    static fearless::Mutex right(2);
    static std::latch both_hold_one(2);
    // [stuck]
    std::thread first([] {
        const auto mine = left.lock();
        std::puts("thread 1 holds left");
        both_hold_one.arrive_and_wait();
        const auto other = right.lock();
        std::puts("thread 1 holds both");
    });
    std::thread second([] {
        const auto mine = right.lock();
        std::puts("thread 2 holds right");
        both_hold_one.arrive_and_wait();
        const auto other = left.lock();
        std::puts("thread 2 holds both");
    });
    // [stuck]
    both_hold_one.wait();
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    std::puts("main has waited long enough and ends the program");
    std::_Exit(1);  // joining would wait for ever
}
