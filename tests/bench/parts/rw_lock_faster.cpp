// The lock with faster readers of the review. It is an accepted submission, so it is tested; here
// it has a namespace of its own, beside the reference.
#define fearless faster
#include "../../04_mutex/accepts/rw_lock/a_slot_for_each_thread.hpp"
#undef fearless

#include <mutex>
#include <shared_mutex>

#include "rw_lock.hpp"

namespace {

class SlotForEachThread {
  public:
    int read() {
        const std::shared_lock hold(lock_);
        return value_;
    }
    void write() {
        const std::unique_lock hold(lock_);
        ++value_;
    }

  private:
    faster::RawRwLock lock_;
    int value_ = 0;
};

[[maybe_unused]] const bool registered = [] {
    rw_lock_bench::register_rw_lock<SlotForEachThread>("ours, a slot for each thread");
    return true;
}();

}  // namespace
