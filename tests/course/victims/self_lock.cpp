// A function that holds a lock calls another that takes it.
#include <mutex>

#include "victim.hpp"

namespace {

std::mutex lock;

void inner() {
    std::lock_guard hold(lock);  // stands here
}

void outer() {
    std::lock_guard hold(lock);
    inner();
}

}  // namespace

int main() {
    announce();
    outer();
}
