// A send that nobody can receive gives the value back.
#include <fearless/channel.hpp>
#include <iostream>
#include <memory>
#include <string>
#include <utility>

int main() {
    auto [tx, rx] = fearless::channel<std::unique_ptr<std::string>>();
    // [send]
    {
        const auto gone = std::move(rx);
    }
    auto sent = tx.send(std::make_unique<std::string>("a letter"));
    if (!sent) {
        std::cout << sent.error().reason << ", and here it is again: " << *sent.error().value
                  << '\n';
    }
    // [send]
}
