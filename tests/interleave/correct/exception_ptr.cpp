// verdict: passed
// why: An exception is caught in one thread and thrown again in another, after the join.

#include <cassert>
#include <exception>
#include <stdexcept>
#include <string>
#include <thread>

int main() {
    std::exception_ptr failure;
    std::thread worker([&failure] {
        try {
            throw std::runtime_error("broken");
        } catch (...) {
            failure = std::current_exception();
        }
    });
    worker.join();
    bool caught = false;
    try {
        std::rethrow_exception(failure);
    } catch (const std::runtime_error& error) {
        caught = std::string(error.what()) == "broken";
    }
    assert(caught);
}
