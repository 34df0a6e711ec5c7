// verdict: passed
// why: Mutexes and the data of two threads lie in one cache line, but are distinct objects.

#include <cassert>
#include <mutex>
#include <thread>

struct alignas(128) Neighbours {
    std::mutex first_mutex;
    std::mutex second_mutex;
    char first = 0;
    char second = 0;
};

Neighbours neighbours;

int main() {
    std::thread one([] {
        std::lock_guard guard(neighbours.first_mutex);
        ++neighbours.first;
    });
    std::thread two([] {
        std::lock_guard guard(neighbours.second_mutex);
        ++neighbours.second;
    });
    one.join();
    two.join();
    assert(neighbours.first == 1 && neighbours.second == 1);
}
