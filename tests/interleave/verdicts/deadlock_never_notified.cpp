// verdict: deadlock
// why: Nobody makes the predicate true, and nobody notifies.
// message: work_arrived

#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex work_mutex;
std::condition_variable work_arrived;
int work_items = 0;

int main() {
    std::thread worker([] {
        std::unique_lock lock(work_mutex);
        work_arrived.wait(lock, [] { return work_items > 0; });
        --work_items;
    });
    worker.join();
}
