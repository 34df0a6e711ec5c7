// verdict: deadlock
// why: The reader holds the lock while it makes the callback, which runs at once, and when it
// destroys it.

    // [take]
    std::optional<std::string> take(std::stop_token stop) {
        std::unique_lock hold(mutex_);
        const std::stop_callback wake(stop, [this] {
            const std::lock_guard hold(mutex_);
            arrived_.notify_all();
        });
        arrived_.wait(hold, [&] { return stop.stop_requested() || !letters_.empty(); });
        if (letters_.empty()) return std::nullopt;
        std::string oldest = std::move(letters_.front());
        letters_.pop_front();
        return oldest;
    }

  private:
    std::condition_variable arrived_;
    // [take]
