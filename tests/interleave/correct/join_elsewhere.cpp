// verdict: passed
// why: The thread that joins another one need not be the one that started it.

#include <cassert>
#include <thread>
#include <utility>

int value = 0;

int main() {
    std::thread worker([] { value = 42; });
    std::thread joiner([worker = std::move(worker)]() mutable {
        worker.join();
        assert(value == 42);
    });
    joiner.join();
    assert(value == 42);
}
