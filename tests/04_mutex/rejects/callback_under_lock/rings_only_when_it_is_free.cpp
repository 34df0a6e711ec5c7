// verdict: wrong_result
// test: CallbackUnderLock.one_thread_rings_while_another_one_subscribes
// why: A lock that is taken is no reason to call nobody.

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
        std::vector<Callback> callbacks;
        {
            const std::unique_lock hold(mutex_, std::try_to_lock);
            if (!hold) return;
            callbacks = callbacks_;
        }
        for (const Callback& callback : callbacks) callback();
        // [ring]
    }

  private:
    // [members]
    std::mutex mutex_;
    std::vector<Callback> callbacks_;
    // [members]
};

}  // namespace callback_under_lock
