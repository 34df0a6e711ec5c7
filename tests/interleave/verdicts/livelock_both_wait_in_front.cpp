// verdict: livelock
// why: Both threads raise their flag, and each waits for the other to lower it.
// message: wants_in

#include <array>
#include <atomic>
#include <thread>

std::array<std::atomic<bool>, 2> wants_in = {false, false};

void visit(int me) {
    wants_in[me] = true;
    while (wants_in[1 - me]) std::this_thread::yield();
    wants_in[me] = false;
}

int main() {
    std::thread zero(visit, 0);
    std::thread one(visit, 1);
    zero.join();
    one.join();
}
