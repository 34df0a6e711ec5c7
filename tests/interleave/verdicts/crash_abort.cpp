// verdict: crash
// why: The program gives up with abort() when it finds the tank empty.
// message: use_fuel

#include <atomic>
#include <cstdlib>
#include <thread>

std::atomic<int> fuel = 1;

void use_fuel() {
    if (fuel == 0) std::abort();
    --fuel;
}

int main() {
    std::thread one(use_fuel);
    std::thread two(use_fuel);
    one.join();
    two.join();
}
