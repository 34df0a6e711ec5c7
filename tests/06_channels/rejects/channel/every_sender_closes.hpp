// verdict: wrong_result
// why: The first sender that goes ends the channel for all others.

    // [sender]
    std::shared_ptr<Core> core_;

  public:
    Sender(const Sender&) = default;
    Sender(Sender&&) noexcept = default;
    Sender& operator=(const Sender&) = default;
    ~Sender() {
        if (core_) core_->close();
    }
    // [sender]
