// Two senders, one receiver. Each sender keeps its order; how the two mix is up to the scheduler.
#include <chrono>
#include <fearless/channel.hpp>
#include <iostream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using Words = std::vector<std::string>;

void send_all(const fearless::Sender<std::string>& tx, const Words& words) {
    for (const std::string& word : words) {
        (void)tx.send(word);
        std::this_thread::sleep_for(std::chrono::milliseconds(20));  // a second in the original
    }
}

int main() {
    auto [tx, rx] = fearless::channel<std::string>();
    // [two]
    const std::jthread first([tx = tx] { send_all(tx, {"hi", "from", "the", "thread"}); });
    const std::jthread second(
        [tx = std::move(tx)] { send_all(tx, {"more", "messages", "for", "you"}); });
    for (const std::string word : rx) std::cout << "Got: " << word << '\n';
    // [two]
}
