// verdict: wrong_result
// test: CallbackUnderLock.a_callback_may_subscribe_another_one
// why: The list grows during the ring, and those who are new are called too.

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
        for (std::size_t i = 0;; ++i) {
            Callback callback;
            {
                const std::lock_guard hold(mutex_);
                if (i == callbacks_.size()) return;
                callback = callbacks_[i];
            }
            callback();
        }
        // [ring]
    }

  private:
    // [members]
    std::mutex mutex_;
    std::vector<Callback> callbacks_;
    // [members]
};

}  // namespace callback_under_lock
