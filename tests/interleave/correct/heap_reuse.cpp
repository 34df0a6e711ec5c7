// verdict: passed
// why: A block that one thread frees may be given to another; that is neither a race nor a leak.

#include <cassert>
#include <memory>
#include <thread>

void use_heap(int value) {
    for (int i = 0; i < 2; ++i) {
        const auto block = std::make_unique<int>(value);
        assert(*block == value);
    }
}

int main() {
    std::thread one(use_heap, 1);
    std::thread two(use_heap, 2);
    one.join();
    two.join();
}
