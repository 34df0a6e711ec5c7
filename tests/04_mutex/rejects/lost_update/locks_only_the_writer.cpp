// verdict: data_race
// test: LostUpdate.the_display_may_ask_while_the_gates_are_open
// why: The display reads without the lock, and reading is an access too.

        // [visitors]
        return visitors_;
        // [visitors]
