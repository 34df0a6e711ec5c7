// The same as an argument: the thread stores the vector and hands it to the callable.
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
    std::vector<int> v{1, 2, 3};
    // [argument]
    const auto print = [](std::vector<int> own) { std::cout << "Vector: " + list(own) + "\n"; };
    std::thread thread(print, std::move(v));
    thread.join();
    // [argument]
}
