// verdict: lost_wakeup
// why: A callback without a name lives for one line.

    // [take]
    std::optional<std::string> take(std::stop_token stop) {
        std::stop_callback(stop, [this] {
            const std::lock_guard hold(mutex_);
            arrived_.notify_all();
        });
        std::unique_lock hold(mutex_);
        arrived_.wait(hold, [&] { return stop.stop_requested() || !letters_.empty(); });
        if (letters_.empty()) return std::nullopt;
        std::string oldest = std::move(letters_.front());
        letters_.pop_front();
        return oldest;
    }

  private:
    std::condition_variable arrived_;
    // [take]
