// A wait for an atomic that nobody changes.
#include <atomic>

#include "victim.hpp"

namespace {

std::atomic<int> value = 0;

void wait_for_change() {
    value.wait(0);  // stands here
}

}  // namespace

int main() {
    announce();
    wait_for_change();
}
