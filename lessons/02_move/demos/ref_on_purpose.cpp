// std::ref: the thread works on the caller's own variable, which the caller keeps alive.
#include <functional>
#include <iostream>
#include <thread>

void add(int& sum, int number) {
    sum += number;
}

int main() {
    int sum = 40;
    // [ref]
    std::thread thread(add, std::ref(sum), 2);
    thread.join();  // from here on `sum` is ours again
    std::cout << "sum is " << sum << "\n";
    // [ref]
}
