// verdict: passed
// why: Each thread catches its own exceptions, also while another one throws, and locks are let go.

#include <cassert>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>

std::mutex attempt_mutex;
int attempts = 0;

void attempt(const std::string& name) {
    std::lock_guard guard(attempt_mutex);
    ++attempts;
    throw std::runtime_error(name);
}

void work(const std::string& name) {
    bool caught = false;
    try {
        attempt(name);
    } catch (const std::runtime_error& error) {
        caught = error.what() == name;
    }
    assert(caught);
}

int main() {
    std::thread one(work, "one");
    std::thread two(work, "two");
    work("main");
    one.join();
    two.join();
    assert(attempts == 3);
}
