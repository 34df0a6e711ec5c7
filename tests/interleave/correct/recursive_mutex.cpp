// verdict: passed
// why: The owner of a recursive mutex may lock it again; others wait for the last unlock.

#include <cassert>
#include <mutex>
#include <thread>

std::recursive_mutex sum_mutex;
int sum = 0;

void add_down_from(int amount) {
    std::lock_guard guard(sum_mutex);
    if (amount == 0) return;
    sum += amount;
    add_down_from(amount - 1);
}

int main() {
    std::thread one(add_down_from, 2);
    std::thread two([] {
        std::lock_guard guard(sum_mutex);
        const int before = sum;
        add_down_from(1);
        assert(sum == before + 1);
    });
    one.join();
    two.join();
    assert(sum == 4);
}
