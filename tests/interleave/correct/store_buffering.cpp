// verdict: passed
// why: With sequential consistency, one of the two threads sees the other's store.

#include <atomic>
#include <cassert>
#include <thread>

std::atomic<int> left = 0;
std::atomic<int> right = 0;

int main() {
    int seen_right = 0;
    int seen_left = 0;
    std::thread one([&seen_right] {
        left = 1;
        seen_right = right;
    });
    std::thread two([&seen_left] {
        right = 1;
        seen_left = left;
    });
    one.join();
    two.join();
    assert(seen_right == 1 || seen_left == 1);
}
