// Never stands still: a thread spins, and main waits for its end.
#include <atomic>
#include <thread>

#include "victim.hpp"

int main() {
    announce();
    std::atomic<bool> done = false;
    std::thread thread([&] {
        while (!done) {
        }
    });
    thread.join();
}
