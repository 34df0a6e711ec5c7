// verdict: use_after_free
// why: [=] looks like a copy of everything, but of the station it copies only the pointer `this`.

        // [start]
        return std::thread([=, this, &log] {
            log.wait_until_open();
            log.write(name_ + ": " + std::to_string(reading));
        });
        // [start]
