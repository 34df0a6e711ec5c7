// volatile makes the compiler read and write each time. It orders nothing between threads.
#include <iostream>
#include <thread>

int main() {
    // [volatile]
    volatile int count = 0;
    std::thread other([&] { count = count + 1; });
    count = count + 1;
    other.join();
    // [volatile]
    std::cout << "counted" << std::endl;
}
