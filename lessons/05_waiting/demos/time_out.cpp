// A wait with a time-out asks its predicate at the end, whatever has ended it.
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <mutex>

int main() {
    using Clock = std::chrono::steady_clock;
    using namespace std::chrono_literals;
    std::mutex mutex;
    std::condition_variable changed;
    bool ready = false;
    // [wait]
    std::unique_lock hold(mutex);
    const auto start = Clock::now();
    const bool came = changed.wait_for(hold, 20ms, [&] { return ready; });
    const bool in_full = Clock::now() - start >= 20ms;
    // [wait]
    std::printf("it came: %s, waited for 20 ms: %s\n", came ? "yes" : "no", in_full ? "yes" : "no");
    ready = true;
    const bool again = changed.wait_for(hold, -1h, [&] { return ready; });
    std::printf("ready already, and an hour too late: %s\n", again ? "yes" : "no");
}
