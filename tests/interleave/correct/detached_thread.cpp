// verdict: passed
// why: Nobody joins the detached thread, but main waits for its last action on shared data.

#include <cassert>
#include <semaphore>
#include <thread>

std::binary_semaphore done(0);
int value = 0;

int main() {
    std::thread([] {
        value = 42;
        done.release();
    }).detach();
    done.acquire();
    assert(value == 42);
}
