// A string travels from one thread to another.
#include <fearless/channel.hpp>
#include <iostream>
#include <string>
#include <thread>
#include <utility>

int main() {
    // [hello]
    auto [tx, rx] = fearless::channel<std::string>();
    const std::jthread sender([tx = std::move(tx)] { (void)tx.send("hello"); });
    const std::string received = rx.recv().value();
    // [hello]
    std::cout << "Got: " << received << '\n';
}
