// why: Three states under a mutex, and a condition variable to sleep on.

#include <condition_variable>
#include <mutex>

        // [call]
        std::unique_lock hold(mutex_);
        changed_.wait(hold, [&] { return state_ != State::running; });
        if (state_ == State::done) return;
        state_ = State::running;
        hold.unlock();
        const auto end = [&](State how) {
            hold.lock();
            state_ = how;
            changed_.notify_all();
        };
        try {
            std::invoke(std::forward<F>(f));
        } catch (...) {
            end(State::fresh);
            throw;
        }
        end(State::done);
        // [call]

        // [is_done]
        const std::lock_guard hold(mutex_);
        return state_ == State::done;
        // [is_done]

    // [members]
    enum class State { fresh, running, done };
    mutable std::mutex mutex_;
    mutable std::condition_variable changed_;
    mutable State state_ = State::fresh;
    // [members]
