// verdict: passed
// why: A deferred task runs on the thread that asks for its result.

#include <cassert>
#include <future>
#include <thread>
#include <utility>

int main() {
    std::future<std::thread::id> deferred =
        std::async(std::launch::deferred, [] { return std::this_thread::get_id(); });
    std::thread asker([future = std::move(deferred)]() mutable {
        const bool runs_here = future.get() == std::this_thread::get_id();
        assert(runs_here);
    });
    asker.join();
}
