// verdict: use_after_free
// why: The same thread gets in again, and changes the list that is being walked along.

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
        const std::lock_guard hold(mutex_);
        for (const Callback& callback : callbacks_) callback();
        // [ring]
    }

  private:
    // [members]
    std::recursive_mutex mutex_;
    std::vector<Callback> callbacks_;
    // [members]
};

}  // namespace callback_under_lock
