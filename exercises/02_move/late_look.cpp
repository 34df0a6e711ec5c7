// A thread borrows a variable from a function that does not wait for it.
#include <cstdio>
#include <thread>

std::thread start() {
    int number = 42;
    std::thread borrower([&number] {
        std::puts("ready");
        std::printf("the number is %d\n", number);
    });
    std::puts("started");
    return borrower;
}

int main() {
    start().join();
}
