// verdict: livelock
// why: The thread that finds nothing to do returns with the spin lock taken.
// message: taken

#include <atomic>
#include <thread>

std::atomic<bool> taken = false;
int work_items = 1;

void work() {
    while (taken.exchange(true)) std::this_thread::yield();
    if (work_items == 0) return;
    --work_items;
    taken = false;
}

int main() {
    std::thread one(work);
    std::thread two(work);
    std::thread three(work);
    one.join();
    two.join();
    three.join();
}
