// verdict: passed
// why: The waiter is woken when the thread has ended, thread-local destructors included.

#include <cassert>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

std::mutex end_mutex;
std::condition_variable ended;
bool at_end = false;
bool destroyed = false;

struct Last {
    ~Last() { destroyed = true; }
    int use = 0;
};

int main() {
    std::thread worker([] {
        thread_local Last last;
        last.use = 1;
        std::unique_lock lock(end_mutex);
        at_end = true;
        std::notify_all_at_thread_exit(ended, std::move(lock));
    });
    {
        std::unique_lock lock(end_mutex);
        ended.wait(lock, [] { return at_end; });
        assert(destroyed);
    }
    worker.join();
}
