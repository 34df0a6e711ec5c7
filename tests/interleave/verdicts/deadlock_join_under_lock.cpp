// verdict: deadlock
// why: main holds the mutex that the thread needs, and waits for the thread to end.
// message: result_mutex

#include <mutex>
#include <thread>

std::mutex result_mutex;
int result = 0;

int main() {
    std::thread worker([] {
        std::lock_guard guard(result_mutex);
        result = 42;
    });
    std::lock_guard guard(result_mutex);
    worker.join();
}
