// Four values with a pause behind each: the loop waits for every one, and ends with the sender.
#include <chrono>
#include <fearless/channel.hpp>
#include <iostream>
#include <string>
#include <thread>
#include <utility>

int main() {
    auto [tx, rx] = fearless::channel<std::string>();
    const std::jthread sender([tx = std::move(tx)] {
        for (const char* word : {"hi", "from", "the", "thread"}) {
            (void)tx.send(word);
            std::this_thread::sleep_for(std::chrono::milliseconds(20));  // a second in the original
        }
    });
    // [loop]
    for (const std::string word : rx) std::cout << "Got: " << word << '\n';
    std::cout << "the sender is gone\n";
    // [loop]
}
