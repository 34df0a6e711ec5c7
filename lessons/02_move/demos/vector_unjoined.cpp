// Nobody calls join here; the handle waits when it is destroyed, so the line is never lost.
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
    std::vector<int> v{2, 4, 5};
    const std::jthread thread([v = std::move(v)] { std::cout << "v is " + list(v) + "\n"; });
}
