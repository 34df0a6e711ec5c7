// verdict: passed
// why: Whoever gets past the latch sees what was written before the counts.

#include <cassert>
#include <latch>
#include <thread>

std::latch both_ready(2);
int left = 0;
int right = 0;

int main() {
    std::thread one([] {
        left = 1;
        both_ready.arrive_and_wait();
        assert(right == 2);
    });
    std::thread two([] {
        right = 2;
        both_ready.count_down();
    });
    both_ready.wait();
    assert(left == 1 && right == 2);
    one.join();
    two.join();
}
