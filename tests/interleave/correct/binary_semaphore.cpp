// verdict: passed
// why: Two semaphores hand a plain variable back and forth.

#include <cassert>
#include <semaphore>
#include <thread>

std::binary_semaphore ping(0);
std::binary_semaphore pong(0);
int value = 0;

int main() {
    std::thread other([] {
        ping.acquire();
        assert(value == 1);
        value = 2;
        pong.release();
    });
    value = 1;
    ping.release();
    pong.acquire();
    assert(value == 2);
    other.join();
}
