// ThreadSanitizer has nothing to say here: each access holds the lock, and the result is wrong.
#include <fearless/mutex.hpp>
#include <iostream>
#include <latch>
#include <thread>

int main() {
    fearless::Mutex seats(1);
    std::latch both_have_looked(2);  // the unlucky order, in every run
    const auto sell = [&] {
        // [sell]
        const bool any = seats.with([](int& free) { return free > 0; });
        both_have_looked.arrive_and_wait();
        if (any) seats.with([](int& free) { --free; });
        // [sell]
    };
    std::thread other(sell);
    sell();
    other.join();
    std::cout << "free seats: " << std::move(seats).into_inner() << '\n';
}
