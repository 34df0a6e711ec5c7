// verdict: data_race
// test: LostUpdate.no_visitor_is_lost
// why: A guard without a name is destroyed at the end of its own line.

        // [enter]
        std::lock_guard<std::mutex>{mutex_};
        ++visitors_;
        // [enter]
