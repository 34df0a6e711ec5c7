// verdict: lost_wakeup
// why: The request can come between the look and the sleep.

    // [take]
    std::optional<std::string> take(std::stop_token stop) {
        const std::stop_callback wake(stop, [this] { arrived_.notify_all(); });
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
