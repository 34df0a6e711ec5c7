// A std::jthread joins when it is destroyed.
#include <iostream>
#include <thread>

int main() {
    {
        // [dropped]
        std::jthread worker([] { std::cout << "the thread is at work\n"; });
        // [dropped]
    }
    std::cout << "after the block\n";
}
