// verdict: wrong_result
// why: A request looks at the stopping flag and counts itself in two steps; the stop fits between.
// threads: 2

#include <atomic>
#include <cassert>
#include <semaphore>
#include <thread>

std::atomic<bool> stopping = false;
std::atomic<bool> stopped = false;
// The driver itself counts as one, so the count reaches 0 only once a stop is asked for.
std::atomic<int> pending = 1;
std::counting_semaphore<> nothing_is_pending(0);

bool begin_request() {
    if (stopping) return false;
    ++pending;
    return true;
}

void end_request() {
    if (--pending == 0) nothing_is_pending.release();
}

void use_driver() {
    if (!begin_request()) return;
    assert(!stopped);
    end_request();
}

void stop_driver() {
    stopping = true;
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
