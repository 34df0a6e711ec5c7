// verdict: passed
// why: Looking at the stopping flag and counting the request are one locked step.
// threads: 2

#include <atomic>
#include <cassert>
#include <mutex>
#include <semaphore>
#include <thread>

std::mutex driver_mutex;
bool stopping = false;
// The driver itself counts as one, so the count reaches 0 only once a stop is asked for.
int pending = 1;
std::atomic<bool> stopped = false;
std::binary_semaphore nothing_is_pending(0);

bool begin_request() {
    std::lock_guard guard(driver_mutex);
    if (stopping) return false;
    ++pending;
    return true;
}

void end_request() {
    std::lock_guard guard(driver_mutex);
    if (--pending == 0) nothing_is_pending.release();
}

void use_driver() {
    if (!begin_request()) return;
    assert(!stopped);
    end_request();
}

void stop_driver() {
    {
        std::lock_guard guard(driver_mutex);
        stopping = true;
    }
    end_request();
    nothing_is_pending.acquire();
    stopped = true;
}

int main() {
    std::thread user(use_driver);
    std::thread stopper(stop_driver);
    user.join();
    stopper.join();
}
