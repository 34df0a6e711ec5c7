// Two threads that take two locks in opposite order.
#include <barrier>
#include <mutex>
#include <thread>

#include "victim.hpp"

namespace {

std::mutex a, b;
std::barrier both(2);

void take_both(std::mutex& first, std::mutex& second) {
    std::lock_guard hold(first);
    both.arrive_and_wait();
    std::lock_guard want(second);  // stands here
}

}  // namespace

int main() {
    announce();
    std::thread one(take_both, std::ref(a), std::ref(b));
    std::thread two(take_both, std::ref(b), std::ref(a));
    one.join();
    two.join();
}
