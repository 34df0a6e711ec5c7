// A receiver that is stopped has all that was sent before.
#include <fearless/channel.hpp>
#include <iostream>
#include <stop_token>

int main() {
    auto [tx, rx] = fearless::channel<int>();
    std::stop_source stop;
    // [stop]
    for (const int value : {1, 2, 3}) (void)tx.send(value);
    stop.request_stop();
    for (;;) {
        const auto found = rx.recv(stop.get_token());
        if (!found) {
            std::cout << found.error() << '\n';
            break;
        }
        std::cout << *found << '\n';
    }
    (void)tx.send(4);
    std::cout << "still there: " << rx.recv().value() << '\n';
    // [stop]
}
