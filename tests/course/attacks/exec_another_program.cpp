// verdict: crash
// why: becomes another program, one that ends with success
#include <unistd.h>

#include <functional>

void run_on_a_thread(std::function<void()>) {
    execl("/bin/true", "true", static_cast<char*>(nullptr));
}
