// verdict: timeout
// why: never comes to an end
#include <functional>

void run_on_a_thread(std::function<void()>) {
    for (volatile bool forever = true; forever;) {
    }
}
