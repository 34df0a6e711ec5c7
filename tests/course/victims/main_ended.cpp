// The main thread is gone; the one that is left waits for an atomic for ever.
#include <pthread.h>

#include <atomic>
#include <thread>

#include "victim.hpp"

namespace {

std::atomic<int> value = 0;

void wait_for_change() {
    value.wait(0);  // stands here
}

}  // namespace

int main() {
    announce();
    std::thread(wait_for_change).detach();
    ::pthread_exit(nullptr);
}
