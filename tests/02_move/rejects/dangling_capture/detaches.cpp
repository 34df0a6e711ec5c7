// verdict: wrong_result
// test: DanglingCapture.report_returns_while_the_thread_still_waits
// why: A detached thread leaves the caller nothing to join.

        // [start]
        std::thread reporter([&log, name = name_, reading] {
            log.wait_until_open();
            log.write(name + ": " + std::to_string(reading));
        });
        reporter.detach();
        return reporter;
        // [start]
