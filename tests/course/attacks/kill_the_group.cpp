// verdict: crash
// says: signal another process
// why: kills the process group of the grader
#include <signal.h>
#include <unistd.h>

#include <functional>

void run_on_a_thread(std::function<void()>) {
    if (killpg(getpgid(getppid()), SIGURG) == 0) {
        for (volatile bool forever = true; forever;) {
        }
    }
}
