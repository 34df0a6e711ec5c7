// verdict: exception
// says: no fire
// why: An exception that leaves the function of a std::thread ends the program.

    // [members]
    using enum std::memory_order;

    // What the thread leaves for its handle. Both own it, so it lives as long as either does.
    struct Packet {
        std::optional<std::conditional_t<std::is_void_v<T>, std::monostate, T>> value;
        std::exception_ptr exception;
        std::atomic<bool> finished = false;
    };

    JoinHandle(std::thread thread, std::shared_ptr<Packet> packet)
        : thread_(std::move(thread)), packet_(std::move(packet)) {}

    // The whole life of the thread. An exception that left it would end the program.
    template <typename F>
    static void run(F& f, Packet& packet) noexcept {
        if constexpr (std::is_void_v<T>) {
            std::invoke(std::move(f));
        } else {
            packet.value.emplace(std::invoke(std::move(f)));
        }
        packet.finished.store(true, release);
    }

    std::thread thread_;
    std::shared_ptr<Packet> packet_;
    // [members]
