// verdict: crash
// why: Without a join in the destructor, dropping the handle destroys a joinable std::thread.

        // [destructor]
        // [destructor]
