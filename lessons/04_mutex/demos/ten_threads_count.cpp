// Ten threads count up one number, which an Arc keeps alive and a Mutex protects.
#include <fearless/arc.hpp>
#include <fearless/mutex.hpp>
#include <iostream>
#include <thread>
#include <vector>

int main() {
    // [count]
    static_assert(fearless::Sync<fearless::Mutex<int>>);
    const auto counter = fearless::make_arc<fearless::Mutex<int>>(0);
    std::vector<std::thread> threads;
    for (int i = 0; i < 10; ++i) {
        threads.emplace_back([counter = counter.clone()] {
            auto number = counter->lock();
            ++*number;
        });
    }
    for (std::thread& thread : threads) thread.join();

    const auto result = counter->lock();
    std::cout << "Result: " << *result << '\n';
    // [count]
}
