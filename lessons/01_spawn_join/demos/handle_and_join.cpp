// The handle names the thread; join() waits until it has ended.
#include <iostream>
#include <thread>

int main() {
    std::thread worker([] { std::cout << "the thread is at work\n"; });
    const bool before = worker.joinable();
    worker.join();
    std::cout << "the thread has ended\n";
    std::cout << std::boolalpha << "joinable before: " << before << ", after: " << worker.joinable()
              << '\n';
}
