// verdict: deadlock
// why: A request that comes later is not looked at.

    // [take]
    std::optional<std::string> take(std::stop_token stop) {
        if (stop.stop_requested()) return std::nullopt;
        std::unique_lock hold(mutex_);
        arrived_.wait(hold, [this] { return !letters_.empty(); });
        std::string oldest = std::move(letters_.front());
        letters_.pop_front();
        return oldest;
    }

  private:
    std::condition_variable arrived_;
    // [take]
