// verdict: lost_wakeup
// why: The new value is stored, but nobody notifies the thread that waits for it.
// message: stage

#include <atomic>
#include <thread>

std::atomic<int> stage = 0;

int main() {
    std::thread waiter([] { stage.wait(0); });
    stage = 1;
    waiter.join();
}
