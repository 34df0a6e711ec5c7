// verdict: deadlock
// why: The loop over the results waits for a sender that is a variable of this function.

    // [let_go]
    // [let_go]
