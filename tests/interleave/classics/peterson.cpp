// verdict: wrong_result
// why: The turn is given away before the flag is up, so both can find the way free.
// threads: 2

#include <array>
#include <atomic>
#include <cassert>
#include <thread>

std::array<std::atomic<bool>, 2> wants_in = {false, false};
std::atomic<int> turn = 0;
std::atomic<int> inside = 0;

void enter(int me) {
    turn = 1 - me;
    wants_in[me] = true;
    while (wants_in[1 - me] && turn == 1 - me) std::this_thread::yield();
}

void leave(int me) {
    wants_in[me] = false;
}

void work(int me) {
    enter(me);
    const int threads_inside = ++inside;
    assert(threads_inside == 1);
    --inside;
    leave(me);
}

int main() {
    std::thread zero(work, 0);
    std::thread one(work, 1);
    zero.join();
    one.join();
}
