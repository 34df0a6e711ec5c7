// oneTBB: a queue that waits in both directions, and locks that sleep.
#include <oneapi/tbb/concurrent_queue.h>
#include <oneapi/tbb/mutex.h>
#include <oneapi/tbb/rw_mutex.h>

#include <cstddef>
#include <cstdint>

#include "../channel.hpp"
#include "../mutex.hpp"
#include "../rw_lock.hpp"

namespace {

class Queue {
  public:
    explicit Queue(std::size_t capacity) {
        if (capacity != channel_bench::no_bound) {
            queue_.set_capacity(static_cast<std::ptrdiff_t>(capacity));
        }
    }
    void send(int value) { queue_.push(value); }
    int recv() {
        int value = 0;
        queue_.pop(value);
        return value;
    }

  private:
    tbb::concurrent_bounded_queue<int> queue_;
};

class Counter {
  public:
    void count() {
        const tbb::mutex::scoped_lock hold(mutex_);
        ++value_;
    }

  private:
    tbb::mutex mutex_;
    std::uint64_t value_ = 0;
};

class Shared {
  public:
    int read() {
        const tbb::rw_mutex::scoped_lock hold(mutex_, false);
        return value_;
    }
    void write() {
        const tbb::rw_mutex::scoped_lock hold(mutex_, true);
        ++value_;
    }

  private:
    tbb::rw_mutex mutex_;
    int value_ = 0;
};

[[maybe_unused]] const bool registered = [] {
    using namespace channel_bench;
    constexpr auto queue = "tbb::concurrent_bounded_queue";
    register_flow(unbounded, queue, flow<ends_of<Queue, no_bound>>);
    register_flow(bounded, queue, flow<ends_of<Queue, bound>>);
    register_there_and_back(queue, there_and_back<ends_of<Queue, no_bound>>);
    mutex_bench::register_mutex("tbb::mutex", mutex_bench::lock_count_unlock<Counter>);
    rw_lock_bench::register_rw_lock<Shared>("tbb::rw_mutex");
    return true;
}();

}  // namespace
