// verdict: data_race
// test: JoinHandle.join_gives_back_the_whole_result_in_every_order
// why: Nobody joins, join() waits for a flag, and the thread raises it before its result is there.

        // [move_assignment]
        if (this != &other) {
            if (packet_) packet_->wait();
            packet_ = std::move(other.packet_);
        }
        return *this;
        // [move_assignment]

        // [destructor]
        if (packet_) packet_->wait();
        // [destructor]

        // [join]
        const std::shared_ptr<Packet> packet = std::move(packet_);
        packet->wait();
        if (packet->exception) std::rethrow_exception(packet->exception);
        if constexpr (!std::is_void_v<T>) return std::move(*packet->value);
        // [join]

        // [detach]
        packet_.reset();
        // [detach]

    // [members]
    using enum std::memory_order;

    // What the thread leaves for its handle. Both own it, so it lives as long as either does.
    struct Packet {
        std::optional<std::conditional_t<std::is_void_v<T>, std::monostate, T>> value;
        std::exception_ptr exception;
        std::atomic<bool> finished = false;

        void wait() const { finished.wait(false, acquire); }
        void finish() {
            finished.store(true, release);
            finished.notify_all();
        }
    };

    explicit JoinHandle(std::shared_ptr<Packet> packet) : packet_(std::move(packet)) {}

    // The whole life of the thread. An exception that left it would end the program.
    template <typename F>
    static void run(F& f, Packet& packet) noexcept {
        try {
            if constexpr (std::is_void_v<T>) {
                std::invoke(std::move(f));
                packet.finish();
            } else {
                T result = std::invoke(std::move(f));
                packet.finish();
                packet.value.emplace(std::move(result));
            }
        } catch (...) {
            packet.exception = std::current_exception();
            packet.finish();
        }
    }

    std::shared_ptr<Packet> packet_;
    // [members]

    // [spawn]
    using Handle = JoinHandle<std::invoke_result_t<std::decay_t<F>>>;
    auto packet = std::make_shared<typename Handle::Packet>();
    std::thread([f = std::decay_t<F>(std::forward<F>(f)), packet]() mutable {
        Handle::run(f, *packet);
    }).detach();
    return Handle(std::move(packet));
    // [spawn]
