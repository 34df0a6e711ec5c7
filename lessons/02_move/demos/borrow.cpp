// The borrow that rustc refuses: the thread reads a vector that is gone.
#include <iostream>
#include <latch>
#include <string>
#include <thread>
#include <vector>

// [borrow]
std::thread start(std::latch& go) {
    const std::vector<int> numbers{1, 2, 3};
    return std::thread([&] {
        go.wait();
        std::cout << "Here's a vector of " + std::to_string(numbers.size()) + "\n";
    });
}
// [borrow]

int main() {
    std::latch go(1);
    std::thread thread = start(go);
    std::cout << "start() has returned, its variables are gone" << std::endl;
    go.count_down();
    thread.join();
}
