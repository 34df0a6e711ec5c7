// verdict: livelock
// why: The thread waits in a loop for a flag that nobody sets.
// message: stop_requested

#include <atomic>
#include <thread>

std::atomic<bool> stop_requested = false;

int main() {
    std::thread worker([] {
        while (!stop_requested) std::this_thread::yield();
    });
    worker.join();
}
