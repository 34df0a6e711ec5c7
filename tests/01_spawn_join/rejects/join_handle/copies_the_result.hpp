// verdict: compile_error
// why: A move-only result must be moved out of the packet.

        // [join]
        thread_.join();
        const std::shared_ptr<Packet> packet = std::move(packet_);
        if (packet->exception) std::rethrow_exception(packet->exception);
        if constexpr (!std::is_void_v<T>) return *packet->value;
        // [join]
