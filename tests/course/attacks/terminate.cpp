// verdict: crash
// says: std::terminate
// why: calls std::terminate
#include <exception>
#include <functional>

void run_on_a_thread(std::function<void()>) {
    std::terminate();
}
