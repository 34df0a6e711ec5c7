// verdict: passed
// why: A participant that drops out is not waited for in later phases.

#include <barrier>
#include <cassert>
#include <thread>

std::barrier<> phase_end(2);
int value = 0;

int main() {
    std::thread leaver([] {
        value = 1;
        phase_end.arrive_and_drop();
    });
    phase_end.arrive_and_wait();
    assert(value == 1);
    phase_end.arrive_and_wait();
    leaver.join();
}
