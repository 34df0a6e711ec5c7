// verdict: passed
// why: A jthread asks its thread to stop and joins it when it is destroyed.

#include <atomic>
#include <cassert>
#include <stop_token>
#include <thread>

std::atomic<bool> saw_request = false;

int main() {
    {
        std::jthread worker([](std::stop_token token) {
            while (!token.stop_requested()) std::this_thread::yield();
            saw_request = true;
        });
    }
    assert(saw_request);
}
