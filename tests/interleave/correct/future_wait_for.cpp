// verdict: passed
// why: The program heeds the status of wait_for and wait_until before it takes the value.

#include <cassert>
#include <chrono>
#include <future>
#include <thread>

using namespace std::chrono_literals;

int main() {
    std::promise<int> promise;
    std::future<int> future = promise.get_future();
    std::thread giver([&promise] { promise.set_value(42); });
    std::future_status status = future.wait_for(1ms);
    if (status == std::future_status::timeout) {
        status = future.wait_until(std::chrono::steady_clock::now() + 1ms);
    }
    if (status == std::future_status::timeout) future.wait();
    assert(future.get() == 42);
    giver.join();
}
