// What waiting costs: one thread looks at a flag again and again, the other one sleeps.
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <ctime>
#include <mutex>
#include <thread>

// The processor time that the calling thread has used, in seconds.
double used() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

std::atomic<bool> flag = false;
std::mutex mutex;
std::condition_variable changed;
double looking = 0, sleeping = 0;

int main() {
    // [waits]
    std::thread looker([&] {
        while (!flag) continue;
        looking = used();
    });
    std::thread sleeper([&] {
        std::unique_lock hold(mutex);
        changed.wait(hold, [] { return flag.load(); });
        sleeping = used();
    });
    // [waits]
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    std::unique_lock hold(mutex);
    flag = true;
    hold.unlock();
    changed.notify_one();
    looker.join();
    sleeper.join();
    std::printf("looking cost over 10 times as much: %s\n", looking > 10 * sleeping ? "yes" : "no");
}
