// verdict: livelock
// why: It never sleeps.

#include <thread>

    // [take]
    std::optional<std::string> take(std::stop_token stop) {
        std::unique_lock hold(mutex_);
        while (letters_.empty()) {
            if (stop.stop_requested()) return std::nullopt;
            hold.unlock();
            std::this_thread::yield();
            hold.lock();
        }
        std::string oldest = std::move(letters_.front());
        letters_.pop_front();
        return oldest;
    }

  private:
    std::condition_variable arrived_;
    // [take]
