// moodycamel: a queue without locks, in the form whose taker sleeps. It keeps the order of each
// sender only. No tokens: our senders have none either.
#include <blockingconcurrentqueue.h>

#include "../channel.hpp"

namespace {

class Queue {
  public:
    void send(int value) { queue_.enqueue(value); }
    int recv() {
        int value = 0;
        queue_.wait_dequeue(value);
        return value;
    }

  private:
    moodycamel::BlockingConcurrentQueue<int> queue_;
};

[[maybe_unused]] const bool registered = [] {
    using namespace channel_bench;
    constexpr auto who = "moodycamel::BlockingConcurrentQueue";
    register_flow(unbounded, who, flow<ends_of<Queue>>);
    register_there_and_back(who, there_and_back<ends_of<Queue>>);
    return true;
}();

}  // namespace
