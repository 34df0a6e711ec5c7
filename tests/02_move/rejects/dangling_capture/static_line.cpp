// verdict: wrong_result
// test: DanglingCapture.two_reports_under_way_do_not_disturb_each_other
// why: A static variable does outlive the call, but there is one for all calls.

        // [start]
        static std::string line;
        line = name_ + ": " + std::to_string(reading);
        return std::thread([&log] {
            log.wait_until_open();
            log.write(line);
        });
        // [start]
