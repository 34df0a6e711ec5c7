// One thread says hello; main waits for it.
#include <iostream>
#include <thread>

int main() {
    std::thread greeter([] { std::cout << "Hello from the new thread!\n"; });
    greeter.join();
}
