// A baker and a customer: the customer sleeps until there is a loaf.
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

int main() {
    std::mutex mutex;
    std::condition_variable baked;
    int loaves = 0;
    std::thread customer([&] {
        // [wait]
        std::unique_lock hold(mutex);
        while (loaves == 0) baked.wait(hold);
        --loaves;
        // [wait]
        std::puts("the customer has a loaf");
    });
    // [notify]
    {
        const std::lock_guard hold(mutex);
        ++loaves;
        std::puts("the baker has baked a loaf");
    }
    baked.notify_one();
    // [notify]
    customer.join();
    std::printf("left on the shelf: %d\n", loaves);
}
