// verdict: exception
// why: After join() the handle owns no thread, and a second join throws.

        // [destructor]
        thread_.join();
        // [destructor]
