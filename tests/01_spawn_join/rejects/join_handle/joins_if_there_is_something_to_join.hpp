// verdict: crash
// test: JoinHandle.a_handle_without_a_thread_refuses_to_join_and_to_detach
// why: A handle without a thread has no result either: the second join reaches through null.

        // [join]
        if (thread_.joinable()) thread_.join();
        const std::shared_ptr<Packet> packet = std::move(packet_);
        if (packet->exception) std::rethrow_exception(packet->exception);
        if constexpr (!std::is_void_v<T>) return std::move(*packet->value);
        // [join]
