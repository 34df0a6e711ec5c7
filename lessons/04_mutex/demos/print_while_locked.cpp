// Who prints a mutex, or tries it, does not wait.
#include <fearless/mutex.hpp>
#include <iostream>

int main() {
    const fearless::Mutex m(10);
    {
        const auto guard = m.lock();
        std::cout << "m is " << m << '\n';
        std::cout << "a second try: " << (m.try_lock() ? "a guard" : "nothing") << '\n';
    }
    std::cout << "m is " << m << '\n';
}
