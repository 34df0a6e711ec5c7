// verdict: use_after_free
// why: A shared_ptr keeps its object alive only for those who own a copy of it; a reference to one
// owns nothing.

#include <memory>

        // [start]
        const auto line = std::make_shared<std::string>(name_ + ": " + std::to_string(reading));
        return std::thread([&] {
            log.wait_until_open();
            log.write(*line);
        });
        // [start]
