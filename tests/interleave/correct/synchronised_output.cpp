// verdict: passed
// why: Each osyncstream writes its text in one piece.

#include <iostream>
#include <syncstream>
#include <thread>

void greet(int number) {
    std::osyncstream(std::cout) << "hello from " << number << '\n';
}

int main() {
    std::thread one(greet, 1);
    std::thread two(greet, 2);
    one.join();
    two.join();
}
