// verdict: wrong_result
// why: A weak compare-exchange may fail although the value is as expected, and there is no loop.
// message: claimed

#include <atomic>
#include <cassert>
#include <thread>

std::atomic<bool> claimed = false;

void claim() {
    bool expected = false;
    claimed.compare_exchange_weak(expected, true);
}

int main() {
    std::thread claimer(claim);
    claimer.join();
    assert(claimed);
}
