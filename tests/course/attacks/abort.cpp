// verdict: crash
// why: aborts
#include <cstdlib>
#include <functional>

void run_on_a_thread(std::function<void()>) {
    std::abort();
}
