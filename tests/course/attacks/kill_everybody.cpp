// verdict: crash
// says: signal another process
// why: kills every process that it may. The signal is a harmless one; if it may be sent, the
// program waits for its time limit, which is another verdict.
#include <signal.h>
#include <unistd.h>

#include <functional>

void run_on_a_thread(std::function<void()>) {
    if (kill(-1, SIGURG) == 0) {
        for (volatile bool forever = true; forever;) {
        }
    }
}
