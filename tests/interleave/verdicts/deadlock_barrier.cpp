// verdict: deadlock
// why: A participant that has nothing left to do leaves without dropping out of the barrier.
// message: phase_end

#include <barrier>
#include <thread>

std::barrier<> phase_end(2);

void work(int phases) {
    for (int i = 0; i < phases; ++i) phase_end.arrive_and_wait();
}

int main() {
    std::thread one(work, 2);
    std::thread two(work, 1);
    one.join();
    two.join();
}
