// verdict: crash
// why: ends with success in the first test, and runs no destructors
#include <cstdlib>
#include <functional>

void run_on_a_thread(std::function<void()>) {
    std::quick_exit(0);
}
