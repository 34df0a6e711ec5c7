// verdict: passed
// why: Both threads take the two mutexes in the same order.
// threads: 2

#include <cassert>
#include <mutex>
#include <thread>

std::mutex first_mutex;
std::mutex second_mutex;
int counter = 0;

void count(std::mutex& outer, std::mutex& inner) {
    std::lock_guard outer_guard(outer);
    std::lock_guard inner_guard(inner);
    ++counter;
}

int main() {
    std::thread one([] { count(first_mutex, second_mutex); });
    std::thread two([] { count(first_mutex, second_mutex); });
    one.join();
    two.join();
    assert(counter == 2);
}
