// why: [*this] copies the whole station into the closure.

        // [start]
        return std::thread([*this, &log, reading] {
            log.wait_until_open();
            log.write(name_ + ": " + std::to_string(reading));
        });
        // [start]
