// channel and sync_channel, and the same channel made of a std::mutex, a std::condition_variable
// and a std::deque.
#include "channel.hpp"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <fearless/channel.hpp>
#include <fearless/sync_channel.hpp>
#include <mutex>

namespace {

using namespace channel_bench;

// The channel that everybody writes first.
class Standard {
  public:
    explicit Standard(std::size_t capacity) : capacity_(capacity) {}

    void send(int value) {
        {
            std::unique_lock hold(mutex_);
            not_full_.wait(hold, [this] { return values_.size() < capacity_; });
            values_.push_back(value);
        }
        not_empty_.notify_one();
    }

    int recv() {
        int oldest = 0;
        {
            std::unique_lock hold(mutex_);
            not_empty_.wait(hold, [this] { return !values_.empty(); });
            oldest = values_.front();
            values_.pop_front();
        }
        not_full_.notify_one();
        return oldest;
    }

  private:
    const std::size_t capacity_;
    std::mutex mutex_;
    std::condition_variable not_empty_, not_full_;
    std::deque<int> values_;
};

template <std::size_t capacity>
auto ours() {
    if constexpr (capacity == no_bound) {
        return fearless::channel<int>();
    } else {
        return fearless::sync_channel<int>(capacity);
    }
}

template <std::size_t capacity>
constexpr auto standard = ends_of<Standard, capacity>;

[[maybe_unused]] const bool registered = [] {
    register_flow(unbounded, "ours", flow<ours<no_bound>>);
    register_flow(unbounded, "std::condition_variable", flow<standard<no_bound>>);
    register_flow(bounded, "ours", flow<ours<bound>>);
    register_flow(bounded, "std::condition_variable", flow<standard<bound>>);
    register_flow(rendezvous, "ours", flow<ours<0>>, {1});
    register_flow(rendezvous, "std::condition_variable with 1 place", flow<standard<1>>, {1});
    register_there_and_back("ours", there_and_back<ours<no_bound>>);
    register_there_and_back("std::condition_variable", there_and_back<standard<no_bound>>);
    return true;
}();

}  // namespace
