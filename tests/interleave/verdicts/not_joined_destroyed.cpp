// verdict: not_joined
// why: A std::thread is destroyed while it still names a thread.
// message: start_worker

#include <semaphore>
#include <thread>

std::binary_semaphore done(0);

void start_worker() {
    std::thread worker([] { done.release(); });
    done.acquire();
}

int main() {
    start_worker();
}
