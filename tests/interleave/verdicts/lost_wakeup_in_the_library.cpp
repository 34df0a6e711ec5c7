// verdict: lost_wakeup
// why: The semaphore of libstdc++ 12 goes to sleep on the value from before it looked.
// message: permits

#include <atomic>
#include <cassert>
#include <semaphore>
#include <thread>

std::counting_semaphore<2> permits(2);
std::atomic<int> inside = 0;

void visit() {
    permits.acquire();
    const int threads_inside = ++inside;
    assert(threads_inside <= 2);
    --inside;
    permits.release();
}

int main() {
    std::thread one(visit);
    std::thread two(visit);
    std::thread three(visit);
    one.join();
    two.join();
    three.join();
}
