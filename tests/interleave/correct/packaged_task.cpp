// verdict: passed
// why: A packaged task hands its result or its exception to the future.

#include <cassert>
#include <future>
#include <stdexcept>
#include <thread>
#include <utility>

int twice(int number) {
    if (number < 0) throw std::invalid_argument("negative");
    return 2 * number;
}

int main() {
    std::packaged_task<int(int)> good(twice);
    std::packaged_task<int(int)> bad(twice);
    std::future<int> result = good.get_future();
    std::future<int> failure = bad.get_future();
    std::thread one(std::move(good), 21);
    std::thread two(std::move(bad), -1);
    assert(result.get() == 42);
    bool failed = false;
    try {
        failure.get();
    } catch (const std::invalid_argument&) {
        failed = true;
    }
    assert(failed);
    one.join();
    two.join();
}
