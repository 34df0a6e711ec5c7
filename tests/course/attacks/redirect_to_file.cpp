// verdict: wrong_result
// says: the task is done when the function returns
// why: sends every descriptor to a file
#include <fcntl.h>
#include <unistd.h>

#include <functional>

void run_on_a_thread(std::function<void()>) {
    int file = open("report.txt", O_RDWR | O_CREAT | O_TRUNC, 0600);
    for (int descriptor = 0; descriptor < 64; ++descriptor) {
        if (descriptor != file) dup2(file, descriptor);
    }
}
