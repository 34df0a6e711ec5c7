// verdict: deadlock
// why: main lets the thread go on only after it has waited for the thread to end.
// message: may_finish

#include <semaphore>
#include <thread>

std::binary_semaphore may_finish(0);

int main() {
    std::thread worker([] { may_finish.acquire(); });
    worker.join();
    may_finish.release();
}
