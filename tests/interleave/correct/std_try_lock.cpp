// verdict: passed
// why: std::try_lock takes both mutexes or none; the program is right with either answer.

#include <cassert>
#include <mutex>
#include <thread>

std::mutex left_mutex;
std::mutex right_mutex;
int left = 0;
int right = 0;

int main() {
    bool moved = false;
    std::thread taker([&moved] {
        if (std::try_lock(left_mutex, right_mutex) != -1) return;
        ++left;
        ++right;
        moved = true;
        left_mutex.unlock();
        right_mutex.unlock();
    });
    std::thread holder([] {
        std::lock_guard guard(right_mutex);
        ++right;
    });
    taker.join();
    holder.join();
    assert(left == (moved ? 1 : 0) && right == left + 1);
}
