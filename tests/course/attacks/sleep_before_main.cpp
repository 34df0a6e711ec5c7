// verdict: deadlock
// why: stops for good before main() begins
#include <unistd.h>

#include <functional>

const int nothing = pause();

void run_on_a_thread(std::function<void()>) {}
