// why: The mutex of the library, and a copy by with.

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
        callbacks_.with([&](auto& list) { list.push_back(std::move(callback)); });
        // [subscribe]
    }

    // Calls, on the calling thread and in the order of subscription, every callback that was
    // subscribed before the ring began. A callback may subscribe others, ring again, or wait for
    // another thread that does.
    void ring() {
        // [ring]
        const auto callbacks = callbacks_.with([](auto& list) { return list; });
        for (const Callback& callback : callbacks) callback();
        // [ring]
    }

  private:
    // [members]
    fearless::Mutex<std::vector<Callback>> callbacks_;
    // [members]
};

}  // namespace callback_under_lock
