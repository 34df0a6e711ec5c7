// A mutex in one thread: the guard gives access, and its end gives the lock back.
#include <fearless/mutex.hpp>
#include <iostream>

int main() {
    // [one_thread]
    const fearless::Mutex m(5);
    {
        auto num = m.lock();
        *num = 10;
        std::cout << "num is " << *num << '\n';
    }
    std::cout << "m is " << m << '\n';
    // [one_thread]
}
