// verdict: passed
// why: The value is there once the thread has ended, thread-local destructors included.
// note: stock ThreadSanitizer does not see the store inside libstdc++.so and reports a data race.

#include <cassert>
#include <future>
#include <thread>

bool destroyed = false;

struct Last {
    ~Last() { destroyed = true; }
    int use = 0;
};

int main() {
    std::promise<int> promise;
    std::future<int> future = promise.get_future();
    std::thread worker([&promise] {
        thread_local Last last;
        last.use = 1;
        promise.set_value_at_thread_exit(42);
    });
    const int value = future.get();
    assert(value == 42 && destroyed);
    worker.join();
}
