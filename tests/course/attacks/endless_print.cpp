// verdict: crash
// says: print
// why: prints without end
#include <cstdio>
#include <functional>

void run_on_a_thread(std::function<void()>) {
    for (volatile bool forever = true; forever;) std::puts("All tests passed.");
}
