// verdict: passed
// why: The second thread adds only after the checker has looked.
// threads: 3

#include <cassert>
#include <latch>
#include <mutex>
#include <thread>

std::mutex sum_mutex;
std::latch looked(1);
int sum = 0;

void add(int amount) {
    std::lock_guard guard(sum_mutex);
    sum += amount;
}

void check() {
    {
        std::lock_guard guard(sum_mutex);
        assert(sum < 3);
    }
    looked.count_down();
}

int main() {
    std::thread one(add, 1);
    std::thread two([] {
        looked.wait();
        add(2);
    });
    std::thread checker(check);
    one.join();
    two.join();
    checker.join();
    assert(sum == 3);
}
