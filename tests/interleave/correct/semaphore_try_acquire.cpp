// verdict: passed
// why: The program heeds the answers of try_acquire, try_acquire_for and try_acquire_until.

#include <cassert>
#include <chrono>
#include <semaphore>
#include <thread>

using namespace std::chrono_literals;

std::counting_semaphore<> ready(0);
int value = 0;

int main() {
    std::thread giver([] {
        value = 42;
        ready.release();
    });
    std::thread taker([] {
        bool acquired = ready.try_acquire();
        if (!acquired) acquired = ready.try_acquire_for(1ms);
        if (!acquired) acquired = ready.try_acquire_until(std::chrono::steady_clock::now() + 1ms);
        if (acquired) assert(value == 42);
    });
    giver.join();
    taker.join();
}
