// verdict: crash
// says: start another process
// why: leaves a process behind that is nobody's child and has a session of its own
#include <sys/prctl.h>
#include <unistd.h>

#include <functional>

void run_on_a_thread(std::function<void()>) {
    if (fork() != 0) return;
    setsid();
    if (fork() != 0) _exit(0);
    prctl(PR_SET_NAME, "ft_orphan");
    for (;;) pause();
}
