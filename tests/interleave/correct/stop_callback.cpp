// verdict: passed
// why: A callback runs at most once, and not after its stop_callback is destroyed.

#include <cassert>
#include <stop_token>
#include <thread>

int main() {
    int calls = 0;
    std::stop_source source;
    std::thread requester([&source] { source.request_stop(); });
    {
        std::stop_callback callback(source.get_token(), [&calls] { ++calls; });
    }
    const int calls_at_the_end = calls;
    requester.join();
    assert(calls == calls_at_the_end && calls <= 1);
}
