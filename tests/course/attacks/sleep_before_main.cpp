// verdict: deadlock
// why: stops for good before main() begins
#include <functional>
#include <semaphore>

std::binary_semaphore never(0);
const int nothing = (never.acquire(), 0);

void run_on_a_thread(std::function<void()>) {}
