// verdict: bad_unlock
// why: The guard adopts a mutex that nobody has locked.
// message: state_mutex

#include <mutex>
#include <thread>

std::mutex state_mutex;

void work() {
    std::lock_guard guard(state_mutex, std::adopt_lock);
}

int main() {
    std::thread worker(work);
    worker.join();
}
