// A vector moves into a thread.
#include <iostream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

std::string list(const std::vector<int>& numbers) {
    std::string text;
    for (int number : numbers) text += (text.empty() ? "" : ", ") + std::to_string(number);
    return "[" + text + "]";
}

int main() {
    std::vector<int> numbers{1, 2, 3};
    // [move]
    std::thread thread([numbers = std::move(numbers)] {
        std::cout << "Here's a vector: " + list(numbers) + "\n";
    });
    thread.join();
    // [move]
}
