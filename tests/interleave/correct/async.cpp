// verdict: passed
// why: get() waits for the tasks; a future of async waits in its destructor.

#include <cassert>
#include <future>

int done = 0;

int main() {
    std::future<int> one = std::async(std::launch::async, [] { return 20; });
    std::future<int> two = std::async(std::launch::async, [] { return 22; });
    const int sum = one.get() + two.get();
    assert(sum == 42);
    {
        std::future<void> waits_at_the_end = std::async(std::launch::async, [] { done = 1; });
    }
    assert(done == 1);
}
