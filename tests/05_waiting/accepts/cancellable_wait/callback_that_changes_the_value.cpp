// why: The request becomes part of what is waited for.

    // [take]
    std::optional<std::string> take(std::stop_token stop) {
        bool stopped = false;
        const std::stop_callback wake(stop, [this, &stopped] {
            const std::lock_guard hold(mutex_);
            stopped = true;
            arrived_.notify_all();
        });
        std::unique_lock hold(mutex_);
        while (letters_.empty()) {
            if (stopped) return std::nullopt;
            arrived_.wait(hold);
        }
        std::string oldest = std::move(letters_.front());
        letters_.pop_front();
        return oldest;
    }

  private:
    std::condition_variable arrived_;
    // [take]
