// verdict: crash
// says: reach into another process
// why: takes control of the grader as a debugger would
#include <sys/ptrace.h>
#include <unistd.h>

#include <functional>

void run_on_a_thread(std::function<void()>) {
    if (ptrace(PTRACE_SEIZE, getppid(), nullptr, nullptr) == 0) {
        for (volatile bool forever = true; forever;) {
        }
    }
}
