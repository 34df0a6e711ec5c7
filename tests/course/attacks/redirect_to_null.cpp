// verdict: wrong_result
// says: the task is done when the function returns
// why: sends every descriptor to the null device
#include <fcntl.h>
#include <unistd.h>

#include <functional>

const int nothing = [] {
    int null = open("/dev/null", O_RDWR);
    for (int descriptor = 0; descriptor < 64; ++descriptor) {
        if (descriptor != null) dup2(null, descriptor);
    }
    return 0;
}();

void run_on_a_thread(std::function<void()>) {}
