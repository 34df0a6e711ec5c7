// verdict: deadlock
// why: The latch waits for three counts, but only two threads take part.
// message: all_ready

#include <latch>
#include <thread>

std::latch all_ready(3);

int main() {
    std::thread one([] { all_ready.arrive_and_wait(); });
    std::thread two([] { all_ready.arrive_and_wait(); });
    one.join();
    two.join();
}
