// why: A guard whose destructor joins covers both ways out.

    // [run_all]
    struct Joined : std::vector<std::thread> {
        ~Joined() {
            for (std::thread& thread : *this) thread.join();
        }
    } threads;
    for (const Job& job : jobs) threads.emplace_back(job);
    // [run_all]
