// verdict: crash
// says: exit()
// why: ends with success before main() begins
#include <cstdlib>
#include <functional>

const int nothing = (std::exit(0), 0);

void run_on_a_thread(std::function<void()>) {}
