// verdict: passed
// why: After a failure for no reason the loop looks at the flag again, and then it succeeds.

#include <atomic>
#include <cassert>
#include <thread>

std::atomic<int> guests = 1;
std::atomic<bool> closed = false;

bool enter() {
    int seen = guests;
    while (seen < 100 && !closed)
        if (guests.compare_exchange_weak(seen, seen + 1)) return true;
    return false;
}

int main() {
    std::thread leaves([] {
        closed = false;
        --guests;
    });
    std::thread enters([] {
        const bool inside = enter();
        assert(inside);
    });
    leaves.join();
    enters.join();
    assert(guests == 1);
}
