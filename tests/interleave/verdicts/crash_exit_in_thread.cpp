// verdict: crash
// why: A thread ends the whole process in the middle of the work of the others.
// message: exit

#include <atomic>
#include <cstdlib>
#include <thread>

std::atomic<bool> is_configured = false;

int main() {
    std::thread worker([] {
        if (!is_configured) std::exit(1);
    });
    is_configured = true;
    worker.join();
}
