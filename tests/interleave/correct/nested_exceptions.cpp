// verdict: passed
// why: Each thread has its own exceptions in flight, whoever runs between a throw and its catch.

#include <atomic>
#include <cassert>
#include <exception>
#include <stdexcept>
#include <string>
#include <thread>

std::atomic<int> steps = 0;

struct StepsInDestructor {
    ~StepsInDestructor() {
        assert(std::uncaught_exceptions() == 1);
        ++steps;
        assert(std::uncaught_exceptions() == 1);
    }
};

void nest(const std::string& name) {
    try {
        StepsInDestructor local;
        throw std::runtime_error(name);
    } catch (const std::runtime_error& outer) {
        try {
            ++steps;
            throw std::logic_error(name + " inside");
        } catch (const std::logic_error& inner) {
            ++steps;
            assert(inner.what() == name + " inside");
        }
        try {
            throw;
        } catch (const std::exception& again) {
            assert(&again == &outer && again.what() == name);
        }
    }
    assert(!std::current_exception());
}

int main() {
    std::thread one(nest, "one");
    std::thread two(nest, "two");
    one.join();
    two.join();
}
