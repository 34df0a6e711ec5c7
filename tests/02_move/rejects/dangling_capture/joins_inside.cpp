// verdict: wrong_result
// test: DanglingCapture.report_returns_while_the_thread_still_waits
// why: Joining before the return keeps the references alive and the caller waiting: no concurrency
// is left.

        // [start]
        std::thread reporter([&] {
            log.wait_until_open();
            log.write(name_ + ": " + std::to_string(reading));
        });
        reporter.join();
        return reporter;
        // [start]
