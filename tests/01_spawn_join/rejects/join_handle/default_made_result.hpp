// verdict: compile_error
// why: A result made in advance needs a default constructor; not every type has one.

        // [join]
        thread_.join();
        const std::shared_ptr<Packet> packet = std::move(packet_);
        if (packet->exception) std::rethrow_exception(packet->exception);
        if constexpr (!std::is_void_v<T>) return std::move(packet->value);
        // [join]

    // [members]
    using enum std::memory_order;

    // What the thread leaves for its handle. Both own it, so it lives as long as either does.
    struct Packet {
        std::conditional_t<std::is_void_v<T>, std::monostate, T> value;
        std::exception_ptr exception;
        std::atomic<bool> finished = false;
    };

    JoinHandle(std::thread thread, std::shared_ptr<Packet> packet)
        : thread_(std::move(thread)), packet_(std::move(packet)) {}

    // The whole life of the thread. An exception that left it would end the program.
    template <typename F>
    static void run(F& f, Packet& packet) noexcept {
        try {
            if constexpr (std::is_void_v<T>) {
                std::invoke(std::move(f));
            } else {
                packet.value = std::invoke(std::move(f));
            }
        } catch (...) {
            packet.exception = std::current_exception();
        }
        packet.finished.store(true, release);
    }

    std::thread thread_;
    std::shared_ptr<Packet> packet_;
    // [members]
