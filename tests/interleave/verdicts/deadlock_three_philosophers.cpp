// verdict: deadlock
// why: Three threads each hold one fork and wait for the next one, in a circle.
// message: forks

#include <mutex>
#include <thread>

std::mutex forks[3];

void dine(int seat) {
    std::lock_guard left(forks[seat]);
    std::lock_guard right(forks[(seat + 1) % 3]);
}

int main() {
    std::thread one(dine, 0);
    std::thread two(dine, 1);
    std::thread three(dine, 2);
    one.join();
    two.join();
    three.join();
}
