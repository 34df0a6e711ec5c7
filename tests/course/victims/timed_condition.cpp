// Never stands still: a wait for a condition with a time-out, and main waits for its end.
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "victim.hpp"

int main() {
    announce();
    std::mutex lock;
    std::condition_variable changed;
    std::thread thread([&] {
        std::unique_lock hold(lock);
        changed.wait_for(hold, std::chrono::hours(1), [] { return false; });
    });
    thread.join();
}
