// verdict: passed
// why: The flag is up before the turn is given away, so the later one waits.
// threads: 2

#include <array>
#include <atomic>
#include <cassert>
#include <thread>

std::array<std::atomic<bool>, 2> wants_in = {false, false};
std::atomic<int> turn = 0;
std::atomic<int> inside = 0;

void enter(int me) {
    wants_in[me] = true;
    turn = 1 - me;
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
