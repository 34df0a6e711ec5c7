// verdict: crash
// says: start another process
// why: starts processes that start processes
#include <sys/prctl.h>
#include <unistd.h>

#include <functional>

void run_on_a_thread(std::function<void()>) {
    prctl(PR_SET_NAME, "ft_fork_bomb");
    for (int i = 0; i < 5; ++i) fork();
    pause();
}
