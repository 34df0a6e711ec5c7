// why: The list is shared and never changed: who subscribes makes a new one.

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
        auto longer = std::make_shared<std::vector<Callback>>(*callbacks_);
        longer->push_back(std::move(callback));
        callbacks_ = std::move(longer);
        // [subscribe]
    }

    // Calls, on the calling thread and in the order of subscription, every callback that was
    // subscribed before the ring began. A callback may subscribe others, ring again, or wait for
    // another thread that does.
    void ring() {
        // [ring]
        std::shared_ptr<const std::vector<Callback>> callbacks;
        {
            const std::lock_guard hold(mutex_);
            callbacks = callbacks_;
        }
        for (const Callback& callback : *callbacks) callback();
        // [ring]
    }

  private:
    // [members]
    std::mutex mutex_;
    std::shared_ptr<const std::vector<Callback>> callbacks_ =
        std::make_shared<std::vector<Callback>>();
    // [members]
};

}  // namespace callback_under_lock
