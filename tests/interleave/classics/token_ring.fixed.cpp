// verdict: passed
// why: Each member waits for its turn, and the check comes last.
// threads: 4

#include <cassert>
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex ring_mutex;
std::condition_variable turn_changed;
int turn = 0;
int first = 1;
int second = 2;
int third = 1;

template <class Action>
void in_turn(int my_turn, Action action) {
    std::unique_lock lock(ring_mutex);
    turn_changed.wait(lock, [my_turn] { return turn == my_turn; });
    action();
    ++turn;
    turn_changed.notify_all();
}

int main() {
    std::thread one([] { in_turn(0, [] { first = (third + 1) % 4; }); });
    std::thread two([] { in_turn(1, [] { second = first; }); });
    std::thread three([] { in_turn(2, [] { third = second; }); });
    std::thread four([] { in_turn(3, [] { assert(first == second && second == third); }); });
    one.join();
    two.join();
    three.join();
    four.join();
}
