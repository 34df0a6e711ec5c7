// verdict: should_not_compile
// why: The refusal that came with the file is gone.

    // [requires]
    // [requires]
