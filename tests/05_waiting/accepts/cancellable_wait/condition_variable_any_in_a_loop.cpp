// why: The result of the wait is not looked at, the letters are.

    // [take]
    std::optional<std::string> take(std::stop_token stop) {
        std::unique_lock hold(mutex_);
        arrived_.wait(hold, stop, [this] { return !letters_.empty(); });
        if (letters_.empty()) return std::nullopt;
        std::string oldest = std::move(letters_.front());
        letters_.pop_front();
        return oldest;
    }

  private:
    std::condition_variable_any arrived_;
    // [take]
