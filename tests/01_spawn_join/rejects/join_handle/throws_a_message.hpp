// verdict: wrong_result
// test: JoinHandle.join_throws_what_the_thread_threw
// why: A new exception loses the type of the old one, and with it every catch for it.

#include <stdexcept>

        // [join]
        thread_.join();
        const std::shared_ptr<Packet> packet = std::move(packet_);
        if (packet->exception) throw std::runtime_error("the thread failed");
        if constexpr (!std::is_void_v<T>) return std::move(*packet->value);
        // [join]
