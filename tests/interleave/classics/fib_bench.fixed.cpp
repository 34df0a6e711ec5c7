// verdict: passed
// why: With three rounds each, no order of the steps leads above 21.
// threads: 2

#include <atomic>
#include <cassert>
#include <thread>

constexpr int rounds = 3;

std::atomic<int> left = 1;
std::atomic<int> right = 1;

// Only one thread writes `target`, so each round adds what `source` is at that moment.
void add_rounds(std::atomic<int>& target, const std::atomic<int>& source) {
    for (int i = 0; i < rounds; ++i) target = target + source;
}

int main() {
    std::thread one([] { add_rounds(left, right); });
    std::thread two([] { add_rounds(right, left); });
    one.join();
    two.join();
    assert(left <= 21 && right <= 21);
}
