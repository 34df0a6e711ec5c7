// verdict: compile_error
// why: [=] for everything: the log cannot be copied, and must not be, since it is meant to be
// shared.

        // [start]
        return std::thread([=, *this] {
            log.wait_until_open();
            log.write(name_ + ": " + std::to_string(reading));
        });
        // [start]
