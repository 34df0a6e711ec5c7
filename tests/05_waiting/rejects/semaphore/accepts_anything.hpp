// verdict: wrong_result
// why: One that could never have a permit is accepted.

    // [constructor]
    : most_(most), permits_(permits) {
    // [constructor]
