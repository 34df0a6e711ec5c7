// verdict: crash
// why: takes the grader's handlers away and then crashes with success
#include <signal.h>
#include <unistd.h>

#include <cstdlib>
#include <functional>

void run_on_a_thread(std::function<void()>) {
    for (int number : {SIGABRT, SIGSEGV, SIGSYS}) signal(number, [](int) { _exit(0); });
    std::abort();
}
