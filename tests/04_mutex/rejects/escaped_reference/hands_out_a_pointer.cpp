// verdict: compile_error
// why: What latest() gives back has to be a reading.

    // [latest]
    const Reading* latest() {
        const auto latest = latest_.lock();
        return &*latest;
    }
    // [latest]
