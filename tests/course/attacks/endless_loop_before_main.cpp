// verdict: timeout
// why: never lets main() begin
#include <functional>

const int nothing = [] {
    for (volatile bool forever = true; forever;) {
    }
    return 0;
}();

void run_on_a_thread(std::function<void()>) {}
