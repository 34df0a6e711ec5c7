// verdict: crash
// says: Bad system call
// why: has a shell do what the program may not
#include <cstdlib>
#include <functional>

void run_on_a_thread(std::function<void()>) {
    (void)!std::system("exec -a ft_shell sleep 1000 >/dev/null 2>&1 &");
}
