// verdict: crash
// why: A wait that was stopped has found no letter.

    // [take]
    std::optional<std::string> take(std::stop_token stop) {
        std::unique_lock hold(mutex_);
        arrived_.wait(hold, stop, [this] { return !letters_.empty(); });
        std::string oldest = std::move(letters_.front());
        letters_.pop_front();
        return oldest;
    }

  private:
    std::condition_variable_any arrived_;
    // [take]
