// verdict: passed
// why: The request to stop ends the wait, although nobody notifies.

#include <cassert>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

std::mutex never_mutex;
std::condition_variable_any never_notified;

int main() {
    bool happened = true;
    {
        std::jthread waiter([&happened](std::stop_token token) {
            std::unique_lock lock(never_mutex);
            happened = never_notified.wait(lock, token, [] { return false; });
        });
        waiter.request_stop();
    }
    assert(!happened);
}
