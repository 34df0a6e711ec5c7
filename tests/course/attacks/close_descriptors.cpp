// verdict: wrong_result
// says: the task is done when the function returns
// why: closes every descriptor, so that nothing could be reported through one
#include <unistd.h>

#include <functional>

const int nothing = [] {
    for (int descriptor = 0; descriptor < 1024; ++descriptor) close(descriptor);
    return 0;
}();

void run_on_a_thread(std::function<void()>) {}
