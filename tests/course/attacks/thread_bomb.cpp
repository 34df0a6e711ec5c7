// verdict: crash
// says: thread
// why: starts threads without end
#include <unistd.h>

#include <functional>
#include <thread>

void run_on_a_thread(std::function<void()>) {
    for (volatile bool forever = true; forever;) std::thread([] { pause(); }).detach();
}
