// The wait stands in a lambda, for a semaphore that is never released.
#include <semaphore>
#include <thread>

#include "victim.hpp"

namespace {

std::binary_semaphore signal_given(0);

void start() {
    std::jthread thread([] {
        signal_given.acquire();  // stands here
    });
}

}  // namespace

int main() {
    announce();
    start();
}
