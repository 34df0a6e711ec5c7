// verdict: passed
// why: Threads may write different elements of one vector; only its size is shared and fixed.

#include <cassert>
#include <numeric>
#include <thread>
#include <vector>

int main() {
    std::vector<int> squares(4);
    std::vector<std::thread> threads;
    for (int half = 0; half < 2; ++half) {
        threads.emplace_back([&squares, half] {
            for (int i = 2 * half; i < 2 * half + 2; ++i) squares[i] = i * i;
        });
    }
    for (std::thread& thread : threads) thread.join();
    assert(std::accumulate(squares.begin(), squares.end(), 0) == 14);
}
