// Two readers are in at the same time; the writer gets in when both have left.
#include <fearless/rw_lock.hpp>
#include <iostream>
#include <latch>
#include <thread>

int main() {
    // [readers]
    const fearless::RwLock price(10);
    std::latch both_are_in(2);
    const auto read = [&] {
        const auto guard = price.read();
        both_are_in.arrive_and_wait();  // would never end if readers kept each other out
    };
    std::thread other(read);
    read();
    other.join();

    price.with_write([](int& value) { value = 12; });
    // [readers]
    const auto now = price.read();
    std::cout << "two readers have met; the price is " << *now << '\n';
}
