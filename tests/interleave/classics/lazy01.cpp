// verdict: wrong_result
// why: The checker relies on looking before both of the others have added.
// threads: 3

#include <cassert>
#include <mutex>
#include <thread>

std::mutex sum_mutex;
int sum = 0;

void add(int amount) {
    std::lock_guard guard(sum_mutex);
    sum += amount;
}

void check() {
    std::lock_guard guard(sum_mutex);
    assert(sum < 3);
}

int main() {
    std::thread one(add, 1);
    std::thread two(add, 2);
    std::thread checker(check);
    one.join();
    two.join();
    checker.join();
}
