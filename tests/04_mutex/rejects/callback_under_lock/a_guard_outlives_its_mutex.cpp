// verdict: use_after_free
// test: CallbackUnderLock.a_callback_may_subscribe_another_one
// why: A callback that subscribes replaces the mutex while ring() still holds its guard.

// A doorbell that calls everybody who has asked for it.
#include <cstddef>
#include <fearless/mutex.hpp>
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
        published_ = std::make_unique<Published>(callbacks_);
        // [subscribe]
    }

    // Calls, on the calling thread and in the order of subscription, every callback that was
    // subscribed before the ring began. A callback may subscribe others, ring again, or wait for
    // another thread that does.
    void ring() {
        // [ring]
        const auto published = current();
        const std::vector<Callback> callbacks = *published;
        for (const Callback& callback : callbacks) callback();
        // [ring]
    }

  private:
    // [members]
    using Published = fearless::Mutex<std::vector<Callback>>;

    fearless::MutexGuard<std::vector<Callback>> current() {
        const std::lock_guard hold(mutex_);
        return published_->lock();
    }

    std::mutex mutex_;
    std::vector<Callback> callbacks_;
    std::unique_ptr<Published> published_ = std::make_unique<Published>();
    // [members]
};

}  // namespace callback_under_lock
