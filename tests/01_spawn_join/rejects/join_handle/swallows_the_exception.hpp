// verdict: wrong_result
// test: JoinHandle.join_throws_what_the_thread_threw
// why: The exception is kept out of the thread's way and then forgotten.

        // [join]
        thread_.join();
        const std::shared_ptr<Packet> packet = std::move(packet_);
        if constexpr (!std::is_void_v<T>) return std::move(packet->value).value();
        // [join]
