// With room for two, the third value has to wait.
#include <chrono>
#include <fearless/sync_channel.hpp>
#include <iostream>

int main() {
    auto [tx, rx] = fearless::sync_channel<int>(2);
    // [bounded]
    for (const int value : {1, 2, 3}) {
        const auto sent = tx.try_send(value);
        std::cout << value << (sent ? ": sent\n" : ": no room\n");
    }
    std::cout << "received: " << rx.recv().value() << '\n';
    std::cout << "3" << (tx.try_send(3) ? ": sent\n" : ": no room\n");
    const auto late = tx.send_for(4, std::chrono::milliseconds(1));
    if (!late) std::cout << late.error().value << ": " << late.error().reason << '\n';
    // [bounded]
}
