// verdict: use_after_free
// test: CallbackUnderLock.a_callback_may_subscribe_another_one
// why: A callback that subscribes replaces the mutex while ring() still holds its guard.

#include <fearless/mutex.hpp>

        // [subscribe]
        const std::lock_guard hold(mutex_);
        callbacks_.push_back(std::move(callback));
        published_ = std::make_unique<Published>(callbacks_);
        // [subscribe]

        // [ring]
        const auto published = current();
        const std::vector<Callback> callbacks = *published;
        for (const Callback& callback : callbacks) callback();
        // [ring]

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
