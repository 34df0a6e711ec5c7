// verdict: passed
// why: Several threads may wait for one result through copies of a shared_future.

#include <cassert>
#include <future>
#include <thread>

int main() {
    std::promise<int> promise;
    std::shared_future<int> future = promise.get_future().share();
    auto expect_value = [future] { assert(future.get() == 42); };
    std::thread one(expect_value);
    std::thread two(expect_value);
    promise.set_value(42);
    one.join();
    two.join();
}
