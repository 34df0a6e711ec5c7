// A worker that sleeps, and wakes for work and for the end.
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <queue>
#include <stop_token>
#include <thread>

int main() {
    std::mutex mutex;
    std::condition_variable_any changed;
    std::queue<int> jobs;
    {
        // [worker]
        std::jthread worker([&](std::stop_token stop) {
            std::unique_lock hold(mutex);
            while (changed.wait(hold, stop, [&] { return !jobs.empty(); })) {
                std::printf("job %d\n", jobs.front());
                jobs.pop();
            }
            std::puts("the worker goes home");
        });
        // [worker]
        for (int job = 1; job <= 2; ++job) {
            const std::lock_guard hold(mutex);
            jobs.push(job);
            changed.notify_one();
        }
    }  // the destructor of the jthread requests the stop, and joins
    std::puts("main goes home");
}
