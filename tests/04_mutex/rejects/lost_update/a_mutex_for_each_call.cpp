// verdict: data_race
// test: LostUpdate.no_visitor_is_lost
// why: A local mutex is a new one for each call, so nobody ever waits.

        // [enter]
        std::mutex mutex;
        const std::lock_guard hold(mutex);
        ++visitors_;
        // [enter]
