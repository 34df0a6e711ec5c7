// verdict: passed
// why: The destructors of the jthreads join, before the counter that they use is destroyed.

#include <atomic>
#include <cassert>
#include <thread>
#include <vector>

int main() {
    std::atomic<int> counter = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 3; ++i) threads.emplace_back([&counter] { ++counter; });
    }
    assert(counter == 3);
}
