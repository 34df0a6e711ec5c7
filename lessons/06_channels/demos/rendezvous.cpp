// With no room at all, a send comes back when the receiver has the value.
#include <cstdio>
#include <fearless/sync_channel.hpp>
#include <thread>
#include <utility>

int main() {
    auto [tx, rx] = fearless::sync_channel<int>(0);
    // [meet]
    std::jthread receiver([rx = std::move(rx)]() mutable {
        std::puts("receiver: here I come");
        (void)rx.recv();
    });
    (void)tx.send(7);
    std::puts("sender: it was taken");
    // [meet]
}
