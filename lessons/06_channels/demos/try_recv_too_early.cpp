// try_recv does not wait. The thread sends when main has looked, so the first look finds nothing.
#include <fearless/channel.hpp>
#include <iostream>
#include <semaphore>
#include <string>
#include <thread>
#include <utility>

int main() {
    auto [tx, rx] = fearless::channel<std::string>();
    std::binary_semaphore looked(0);
    std::jthread sender([tx = std::move(tx), &looked] {
        looked.acquire();
        (void)tx.send("hello");
    });
    // [look]
    const auto early = rx.try_recv();
    if (!early) std::cout << "the first look: " << early.error() << '\n';
    looked.release();
    sender.join();
    const auto there = rx.try_recv();
    if (there) std::cout << "the second look: " << *there << '\n';
    const auto after = rx.try_recv();
    if (!after) std::cout << "the third look: " << after.error() << '\n';
    // [look]
}
