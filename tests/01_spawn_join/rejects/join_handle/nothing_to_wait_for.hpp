// verdict: wrong_result
// test: JoinHandle.join_waits_for_the_thread
// why: A thread without a result is waited for too: join promises that it has ended.

        // [join]
        if constexpr (std::is_void_v<T>) {
            thread_.detach();
            return;
        }
        thread_.join();
        const std::shared_ptr<Packet> packet = std::move(packet_);
        if (packet->exception) std::rethrow_exception(packet->exception);
        if constexpr (!std::is_void_v<T>) return std::move(*packet->value);
        // [join]
