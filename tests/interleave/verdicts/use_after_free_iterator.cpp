// verdict: use_after_free
// why: Growing the vector moves its elements away from under the iterator.
// message: double_first

#include <mutex>
#include <thread>
#include <vector>

std::mutex numbers_mutex;
std::vector<int> numbers = {1};

void double_first() {
    std::vector<int>::iterator first;
    {
        std::lock_guard guard(numbers_mutex);
        first = numbers.begin();
    }
    std::lock_guard guard(numbers_mutex);
    *first *= 2;
}

void append() {
    std::lock_guard guard(numbers_mutex);
    numbers.push_back(2);
}

int main() {
    std::thread one(double_first);
    std::thread two(append);
    one.join();
    two.join();
}
