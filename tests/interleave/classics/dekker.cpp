// verdict: wrong_result
// why: A thread looks at the other's flag before it raises its own, so both can enter.
// threads: 2

#include <array>
#include <atomic>
#include <cassert>
#include <thread>

std::array<std::atomic<bool>, 2> wants_in = {false, false};
std::atomic<int> inside = 0;

void enter(int me) {
    while (wants_in[1 - me]) std::this_thread::yield();
    wants_in[me] = true;
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
