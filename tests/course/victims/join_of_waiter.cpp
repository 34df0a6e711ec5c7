// Main joins a thread that waits for a condition that nobody makes true.
#include <condition_variable>
#include <mutex>
#include <thread>

#include "victim.hpp"

namespace {

std::mutex lock;
std::condition_variable changed;
bool done = false;

void wait_for_done() {
    std::unique_lock hold(lock);
    changed.wait(hold, [] { return done; });  // stands here
}

}  // namespace

int main() {
    announce();
    std::thread waiter(wait_for_done);
    waiter.join();
}
