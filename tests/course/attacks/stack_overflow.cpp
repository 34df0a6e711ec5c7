// verdict: crash
// why: calls itself without end
#include <functional>

int depth(volatile int* above) {
    volatile int here[256] = {*above + 1};
    return depth(here) + here[0];
}

void run_on_a_thread(std::function<void()>) {
    volatile int top = 0;
    depth(&top);
}
