// why: The line is finished before the thread starts, and moves in.

        // [start]
        std::string line = name_ + ": " + std::to_string(reading);
        return std::thread([&log, line = std::move(line)] {
            log.wait_until_open();
            log.write(line);
        });
        // [start]
