// why: std::thread copies its arguments; only the log is passed by reference, on purpose.

#include <functional>

        // [start]
        const auto write_later = [](Log& log, const std::string& name, int reading) {
            log.wait_until_open();
            log.write(name + ": " + std::to_string(reading));
        };
        return std::thread(write_later, std::ref(log), name_, reading);
        // [start]
