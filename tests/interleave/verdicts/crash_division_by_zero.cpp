// verdict: crash
// why: The last participant can leave between the look at the number and the division.
// message: show_share

#include <atomic>
#include <cstdio>
#include <thread>

std::atomic<int> participants = 1;

void show_share() {
    if (participants > 0) std::printf("%d\n", 100 / participants);
}

int main() {
    std::thread shower(show_share);
    std::thread leaver([] { --participants; });
    shower.join();
    leaver.join();
}
