// verdict: livelock
// why: Each thread gives its mutex back when the other one is taken, and both do so in step.
// message: try_lock

#include <mutex>
#include <thread>

std::mutex left_mutex;
std::mutex right_mutex;

void take_both(std::mutex& mine, std::mutex& other) {
    while (true) {
        mine.lock();
        if (other.try_lock()) break;
        mine.unlock();
        std::this_thread::yield();
    }
    other.unlock();
    mine.unlock();
}

int main() {
    std::thread one([] { take_both(left_mutex, right_mutex); });
    std::thread two([] { take_both(right_mutex, left_mutex); });
    one.join();
    two.join();
}
