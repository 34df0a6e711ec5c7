// Three threads work in rounds; the completion sees the work of all of them.
#include <barrier>
#include <cstdio>
#include <thread>

int main() {
    int sums[3] = {0, 0, 0};
    // [barrier]
    std::barrier meeting(3, [&sums]() noexcept {
        std::printf("round over: %d %d %d\n", sums[0], sums[1], sums[2]);
    });
    const auto work = [&](int who) {
        for (int round = 1; round <= 3; ++round) {
            sums[who] += who + 1;
            meeting.arrive_and_wait();
        }
    };
    // [barrier]
    std::jthread one(work, 0), two(work, 1), three(work, 2);
}
