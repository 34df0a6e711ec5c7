// A std::unique_ptr moves into the closure, and out of it again into another owner.
#include <iostream>
#include <memory>
#include <string>
#include <thread>
#include <utility>

int main() {
    auto letter = std::make_unique<std::string>("Dear thread");
    std::unique_ptr<std::string> archive;
    // [capture]
    std::thread thread([letter = std::move(letter), &archive]() mutable {
        *letter += ", hello";
        archive = std::move(letter);
    });
    std::cout << "the sender holds " << (letter ? "the letter" : "nothing") << "\n";
    thread.join();
    std::cout << "the archive holds \"" << *archive << "\"\n";
    // [capture]
}
