// verdict: exception
// says: before main
// why: throws where nobody can catch
#include <functional>
#include <stdexcept>

const int nothing = [] -> int { throw std::runtime_error("thrown before main"); }();

void run_on_a_thread(std::function<void()>) {}
