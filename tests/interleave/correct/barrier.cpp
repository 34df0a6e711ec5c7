// verdict: passed
// why: The completion function runs once a phase, when all have arrived and none has gone on.

#include <barrier>
#include <cassert>
#include <thread>

int values[2] = {0, 0};
int sum = 0;
int phases = 0;

struct AddUp {
    void operator()() noexcept {
        sum = values[0] + values[1];
        ++phases;
    }
};

std::barrier phase_end(2, AddUp());

void work(int me) {
    for (int phase = 1; phase <= 2; ++phase) {
        values[me] = phase;
        phase_end.arrive_and_wait();
        assert(sum == 2 * phase);
        phase_end.arrive_and_wait();
    }
}

int main() {
    std::thread other(work, 1);
    work(0);
    other.join();
    assert(phases == 4);
}
