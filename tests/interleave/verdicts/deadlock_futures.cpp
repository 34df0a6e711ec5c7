// verdict: deadlock
// why: Each of the two threads waits for the value of the other before it gives its own.
// message: future

#include <future>
#include <thread>

std::promise<int> first_promise;
std::promise<int> second_promise;

int main() {
    std::future<int> first = first_promise.get_future();
    std::future<int> second = second_promise.get_future();
    std::thread one([&second] { first_promise.set_value(second.get() + 1); });
    std::thread two([&first] { second_promise.set_value(first.get() + 1); });
    one.join();
    two.join();
}
