// verdict: data_race
// why: Another thread knows the address of main's variable, and nothing orders their accesses.
// message: the read by main

#include <thread>

thread_local int result = 0;

int main() {
    std::thread worker([to = &result] { *to = 1; });
    const bool done = result == 1;
    worker.join();
    return done && result != 1;
}
