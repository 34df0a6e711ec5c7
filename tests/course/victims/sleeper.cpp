// Never stands still: a thread sleeps, and main waits for its end.
#include <chrono>
#include <thread>

#include "victim.hpp"

int main() {
    announce();
    std::thread thread([] { std::this_thread::sleep_for(std::chrono::hours(1)); });
    thread.join();
}
