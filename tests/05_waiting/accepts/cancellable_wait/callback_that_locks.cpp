// why: The callback is made before the lock is taken, and destroyed after it is let go.

    // [take]
    std::optional<std::string> take(std::stop_token stop) {
        const std::stop_callback wake(stop, [this] {
            {
                const std::lock_guard wait_until_it_sleeps(mutex_);
            }
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
