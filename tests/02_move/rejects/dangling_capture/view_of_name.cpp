// verdict: use_after_free
// why: A string_view is copied, the characters that it looks at are not.

#include <string_view>

        // [start]
        return std::thread([&log, name = std::string_view(name_), reading] {
            log.wait_until_open();
            log.write(std::string(name) + ": " + std::to_string(reading));
        });
        // [start]
