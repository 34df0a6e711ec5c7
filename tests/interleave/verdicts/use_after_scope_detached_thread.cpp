// verdict: use_after_scope
// why: The detached thread writes to a local of a function that has returned.
// message: result

#include <semaphore>
#include <thread>

std::binary_semaphore may_write(0);
std::binary_semaphore written(0);

void start_work() {
    int result = 0;
    std::thread([&result] {
        may_write.acquire();
        result = 42;
        written.release();
    }).detach();
}

int main() {
    start_work();
    may_write.release();
    written.acquire();
}
