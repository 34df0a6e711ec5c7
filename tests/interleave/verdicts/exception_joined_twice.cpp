// verdict: exception
// why: After the first join the std::thread names no thread, so the second one throws.
// message: system_error

#include <thread>

int main() {
    std::thread worker([] {});
    worker.join();
    worker.join();
}
