// verdict: lost_wakeup
// why: The notification comes before the wait, and nothing remembers it.
// message: finished

#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex finished_mutex;
std::condition_variable finished;

int main() {
    std::thread worker([] {
        std::lock_guard guard(finished_mutex);
        finished.notify_one();
    });
    {
        std::unique_lock lock(finished_mutex);
        finished.wait(lock);
    }
    worker.join();
}
