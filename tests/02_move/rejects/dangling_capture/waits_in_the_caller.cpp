// verdict: wrong_result
// test: DanglingCapture.report_returns_while_the_thread_still_waits
// why: Nothing dangles, because the caller waits for the log itself and the thread has nothing left
// to wait for.

        // [start]
        log.wait_until_open();
        return std::thread(
            [&log, line = name_ + ": " + std::to_string(reading)] { log.write(line); });
        // [start]
