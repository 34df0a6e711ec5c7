// An int that is captured by value is counted up by the thread, and stays as it was.
#include <iostream>
#include <thread>

int main() {
    int counter = 0;
    // [copy]
    std::thread thread([counter]() mutable {
        counter += 1;
        std::cout << "the thread has " << counter << "\n";
    });
    thread.join();
    std::cout << "main has " << counter << "\n";
    // [copy]
}
