// why: The list only grows, so the number of those who were there is enough, and one copy at a
// time.

// A doorbell that calls everybody who has asked for it.
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace callback_under_lock {

using Callback = std::function<void()>;

class Doorbell {
  public:
    // From now on the callback is called at each ring. Any thread may subscribe at any time, also
    // from inside a callback.
    void subscribe(Callback callback) {
        // [subscribe]
        const std::lock_guard hold(mutex_);
        callbacks_.push_back(std::move(callback));
        // [subscribe]
    }

    // Calls, on the calling thread and in the order of subscription, every callback that was
    // subscribed before the ring began. A callback may subscribe others, ring again, or wait for
    // another thread that does.
    void ring() {
        // [ring]
        mutex_.lock();
        const std::size_t count = callbacks_.size();
        for (std::size_t i = 0; i < count; ++i) {
            const Callback callback = callbacks_[i];
            mutex_.unlock();
            callback();
            mutex_.lock();
        }
        mutex_.unlock();
        // [ring]
    }

  private:
    // [members]
    std::mutex mutex_;
    std::vector<Callback> callbacks_;
    // [members]
};

}  // namespace callback_under_lock
