// The same two threads, with apply: it locks both mutexes in an order of its own.
#include <fearless/apply.hpp>
#include <iostream>
#include <thread>

int main() {
    const fearless::Mutex left(1);
    const fearless::Mutex right(2);
    // [apply]
    const auto add = [](int& from, int& to) { to += from; };
    std::thread first([&] { fearless::apply(add, left, right); });
    first.join();  // for the same sum in each run; without this line they go on side by side
    std::thread second([&] { fearless::apply(add, right, left); });
    second.join();
    // [apply]
    std::cout << "left " << left << "\nright " << right << '\n';
}
