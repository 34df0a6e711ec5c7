// verdict: lost_wakeup
// why: The flag is raised without the mutex, between the look of the one who waits and its sleep.

#include <condition_variable>
#include <mutex>

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
        std::mutex mutex;
        std::condition_variable ended;

        void wait() {
            std::unique_lock lock(mutex);
            while (!finished) ended.wait(lock);
        }
        void finish() {
            finished = true;
            ended.notify_all();
        }
    };

    explicit JoinHandle(std::shared_ptr<Packet> packet) : packet_(std::move(packet)) {}

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
        packet.finish();
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
