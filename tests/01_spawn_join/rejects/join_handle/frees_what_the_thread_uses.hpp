// verdict: use_after_free
// test: JoinHandle.a_detached_thread_needs_nothing_of_its_handle
// why: The handle alone owns the packet, and a detached thread writes to it when the handle is
// gone.

        // [join]
        thread_.join();
        const std::unique_ptr<Packet> packet = std::move(packet_);
        if (packet->exception) std::rethrow_exception(packet->exception);
        if constexpr (!std::is_void_v<T>) return std::move(*packet->value);
        // [join]

    // [members]
    using enum std::memory_order;

    // What the thread leaves for its handle. Both own it, so it lives as long as either does.
    struct Packet {
        std::optional<std::conditional_t<std::is_void_v<T>, std::monostate, T>> value;
        std::exception_ptr exception;
        std::atomic<bool> finished = false;
    };

    JoinHandle(std::thread thread, std::unique_ptr<Packet> packet)
        : thread_(std::move(thread)), packet_(std::move(packet)) {}

    // The whole life of the thread. An exception that left it would end the program.
    template <typename F>
    static void run(F& f, Packet& packet) noexcept {
        try {
            if constexpr (std::is_void_v<T>) {
                std::invoke(std::move(f));
            } else {
                packet.value.emplace(std::invoke(std::move(f)));
            }
        } catch (...) {
            packet.exception = std::current_exception();
        }
        packet.finished.store(true, release);
    }

    std::thread thread_;
    std::unique_ptr<Packet> packet_;
    // [members]

    // [spawn]
    using Handle = JoinHandle<std::invoke_result_t<std::decay_t<F>>>;
    auto packet = std::make_unique<typename Handle::Packet>();
    std::thread thread([f = std::decay_t<F>(std::forward<F>(f)), packet = packet.get()]() mutable {
        Handle::run(f, *packet);
    });
    return Handle(std::move(thread), std::move(packet));
    // [spawn]
