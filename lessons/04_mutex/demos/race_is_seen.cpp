// ThreadSanitizer sees a data race: two accesses that nothing orders, one of them a write.
#include <iostream>
#include <thread>

int main() {
    // [race]
    int count = 0;
    std::thread other([&] { ++count; });
    ++count;
    other.join();
    // [race]
    std::cout << "counted" << std::endl;
}
