// verdict: passed
// why: get() throws what the other thread has put into the promise, and broken_promise without it.

#include <cassert>
#include <future>
#include <stdexcept>
#include <thread>
#include <utility>

int main() {
    std::promise<int> failing;
    std::promise<int> forgotten;
    std::future<int> failure = failing.get_future();
    std::future<int> nothing = forgotten.get_future();
    std::thread giver([one = std::move(failing), two = std::move(forgotten)]() mutable {
        one.set_exception(std::make_exception_ptr(std::runtime_error("no value")));
        std::promise<int>(std::move(two));
    });
    bool failed = false;
    bool broken = false;
    try {
        failure.get();
    } catch (const std::runtime_error&) {
        failed = true;
    }
    try {
        nothing.get();
    } catch (const std::future_error& error) {
        broken = error.code() == std::future_errc::broken_promise;
    }
    giver.join();
    assert(failed && broken);
}
