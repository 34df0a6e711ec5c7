// verdict: passed
// why: While the threads run, the plain variable is touched through atomic_ref only.

#include <atomic>
#include <cassert>
#include <thread>

int counter = 0;

void count() {
    std::atomic_ref<int>(counter).fetch_add(1);
}

int main() {
    std::thread one(count);
    std::thread two(count);
    one.join();
    two.join();
    assert(counter == 2);
}
