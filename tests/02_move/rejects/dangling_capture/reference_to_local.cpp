// verdict: use_after_free
// why: The line is built in time, yet it lives in the frame of report(), and the thread gets only a
// reference.

        // [start]
        const std::string line = name_ + ": " + std::to_string(reading);
        return std::thread([&log, &line] {
            log.wait_until_open();
            log.write(line);
        });
        // [start]
