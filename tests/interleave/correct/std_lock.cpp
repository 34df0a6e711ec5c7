// verdict: passed
// why: std::lock and scoped_lock take two mutexes in any order without a deadlock.

#include <cassert>
#include <mutex>
#include <thread>

std::mutex left_mutex;
std::mutex right_mutex;
int left = 10;
int right = 0;

void move_right() {
    std::unique_lock one(left_mutex, std::defer_lock);
    std::unique_lock two(right_mutex, std::defer_lock);
    std::lock(one, two);
    --left;
    ++right;
}

void move_left() {
    std::scoped_lock both(right_mutex, left_mutex);
    --right;
    ++left;
}

int main() {
    std::thread one(move_right);
    std::thread two(move_left);
    one.join();
    two.join();
    assert(left == 10 && right == 0);
}
