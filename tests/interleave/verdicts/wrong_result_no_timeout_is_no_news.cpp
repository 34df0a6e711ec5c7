// verdict: wrong_result
// why: That the time is not over does not say that what was waited for is there.
// message: has_arrived

#include <cassert>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

using namespace std::chrono_literals;

std::mutex letter_mutex;
std::condition_variable letter_arrived;
bool has_arrived = false;

int main() {
    std::thread reader([] {
        std::unique_lock lock(letter_mutex);
        if (has_arrived) return;
        if (letter_arrived.wait_for(lock, 1h) == std::cv_status::no_timeout) assert(has_arrived);
    });
    {
        std::lock_guard guard(letter_mutex);
        has_arrived = true;
        letter_arrived.notify_one();
    }
    reader.join();
}
