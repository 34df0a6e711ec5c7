// What a move leaves behind.
#include <iostream>
#include <memory>
#include <thread>
#include <utility>

int main() {
    int number = 7;
    auto pointer = std::make_unique<int>(7);
    std::thread first([] {});
    // [moved]
    const int other_number = std::move(number);
    const auto other_pointer = std::move(pointer);
    std::thread second = std::move(first);
    std::cout << "number: " << number << " and " << other_number << "\n"
              << "pointer: " << (pointer ? "full" : "null") << " and "
              << (other_pointer ? "full" : "null") << "\n"
              << "thread: " << (first.joinable() ? "joinable" : "not joinable") << " and "
              << (second.joinable() ? "joinable" : "not joinable") << "\n";
    // [moved]
    second.join();
}
