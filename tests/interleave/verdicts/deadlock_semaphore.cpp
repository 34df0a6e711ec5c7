// verdict: deadlock
// why: A thread that finds nothing to do returns without giving its permit back.
// message: permits

#include <semaphore>
#include <thread>

std::binary_semaphore permits(1);
int work_items = 1;

void work() {
    permits.acquire();
    if (work_items == 0) return;
    --work_items;
    permits.release();
}

int main() {
    std::thread one(work);
    std::thread two(work);
    std::thread three(work);
    one.join();
    two.join();
    three.join();
}
