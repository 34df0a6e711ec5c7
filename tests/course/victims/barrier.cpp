// Three threads at a barrier for four.
#include <barrier>
#include <thread>
#include <vector>

#include "victim.hpp"

namespace {

std::barrier gathering(4);

void attend() {
    gathering.arrive_and_wait();  // stands here
}

}  // namespace

int main() {
    announce();
    std::vector<std::thread> threads;
    for (int i = 0; i < 3; ++i) threads.emplace_back(attend);
    for (std::thread& thread : threads) thread.join();
}
