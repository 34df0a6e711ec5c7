// verdict: crash
// says: signal another process
// why: signals the grader through a call that is less known
#include <signal.h>
#include <unistd.h>

#include <functional>

void run_on_a_thread(std::function<void()>) {
    if (sigqueue(getppid(), SIGURG, {}) == 0) {
        for (volatile bool forever = true; forever;) {
        }
    }
}
