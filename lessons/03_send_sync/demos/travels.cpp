// A type that travels: everything that it is made of may go to another thread.
#include <fearless/spawn_send.hpp>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

// [order]
struct Order {
    std::string customer;
    std::vector<int> loaves;
};
static_assert(fearless::Send<Order>);
// [order]

int main() {
    // [spawn]
    Order order{"Ada", {2, 3}};
    auto baker = fearless::spawn_send(
        [](Order own) {
            own.loaves.push_back(1);
            return own;
        },
        std::move(order));
    const Order baked = std::move(baker).join();
    // [spawn]
    std::cout << baked.customer << " gets " << baked.loaves.size() << " kinds of bread\n";
}
