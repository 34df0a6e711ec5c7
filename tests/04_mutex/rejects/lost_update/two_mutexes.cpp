// verdict: data_race
// test: LostUpdate.the_display_may_ask_while_the_gates_are_open
// why: Each function has a mutex of its own, so they do not keep each other out.

        // [visitors]
        const std::lock_guard hold(display_mutex_);
        return visitors_;
        // [visitors]

    // [members]
    mutable std::mutex mutex_;
    mutable std::mutex display_mutex_;
    int visitors_ = 0;
    // [members]
