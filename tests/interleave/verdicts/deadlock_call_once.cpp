// verdict: deadlock
// why: The initialisation asks for the thing that it is about to initialise.
// message: call_once

#include <mutex>
#include <thread>

std::once_flag once;
int limit = 0;

int get_limit(int depth) {
    std::call_once(once, [depth] {
        if (depth == 0) limit = get_limit(depth + 1) + 1;
    });
    return limit;
}

int main() {
    std::thread worker([] { get_limit(0); });
    worker.join();
}
