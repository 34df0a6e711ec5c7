// verdict: passed
// why: A call that throws does not count; the next one runs the function again.
// note: stock ThreadSanitizer hangs, because its pthread_once does not know exceptions.

#include <cassert>
#include <mutex>
#include <stdexcept>
#include <thread>

std::once_flag once;
int attempts = 0;
bool initialised = false;

void initialise() {
    ++attempts;
    if (attempts == 1) throw std::runtime_error("not yet");
    initialised = true;
}

void use() {
    try {
        std::call_once(once, initialise);
    } catch (const std::runtime_error&) {
        std::call_once(once, initialise);
    }
    assert(initialised && attempts == 2);
}

int main() {
    std::thread one(use);
    std::thread two(use);
    one.join();
    two.join();
}
