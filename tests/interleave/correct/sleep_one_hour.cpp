// verdict: passed
// why: A sleep only says that the thread goes on later; nobody has to wait a real hour for that.
// note: with an argument the program sleeps for a millisecond, so that it can be run natively.

#include <cassert>
#include <chrono>
#include <thread>

int value = 0;

int main(int argc, char**) {
    using Duration = std::chrono::milliseconds;
    const Duration duration = argc > 1 ? Duration(1) : Duration(std::chrono::hours(1));
    std::thread sleeper([duration] {
        const auto start = std::chrono::steady_clock::now();
        std::this_thread::sleep_for(duration);
        assert(std::chrono::steady_clock::now() - start >= duration);
        value = 1;
    });
    sleeper.join();
    assert(value == 1);
}
