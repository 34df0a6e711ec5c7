// Boost: queues without locks, and owners that find the count in the value. The queues never sleep:
// whoever finds one full or empty gives up the core and looks again.
#include <boost/lockfree/queue.hpp>
#include <boost/lockfree/spsc_queue.hpp>
#include <boost/smart_ptr/intrusive_ptr.hpp>
#include <boost/smart_ptr/intrusive_ref_counter.hpp>
#include <thread>

#include "../arc.hpp"
#include "../channel.hpp"

namespace {

template <typename Queue>
class Polled {
  public:
    void send(int value) {
        while (!queue_.push(value)) std::this_thread::yield();
    }
    int recv() {
        int value = 0;
        while (!queue_.pop(value)) std::this_thread::yield();
        return value;
    }

  private:
    Queue queue_;
};

using Capacity = boost::lockfree::capacity<channel_bench::bound>;
using OneToOne = Polled<boost::lockfree::spsc_queue<int, Capacity>>;
using ManyToMany = Polled<boost::lockfree::queue<int, Capacity>>;

struct Value : boost::intrusive_ref_counter<Value, boost::thread_safe_counter> {
    explicit Value(int number) : number(number) {}
    int number;
};

boost::intrusive_ptr<const Value> counted(int number) {
    return boost::intrusive_ptr<const Value>(new Value(number));
}

[[maybe_unused]] const bool registered = [] {
    using namespace channel_bench;
    register_flow(bounded, "boost::lockfree::spsc_queue, polled", flow<ends_of<OneToOne>>, {1});
    register_flow(bounded, "boost::lockfree::queue, polled", flow<ends_of<ManyToMany>>);
    arc_bench::register_arc<counted>("boost::intrusive_ptr");
    return true;
}();

}  // namespace
