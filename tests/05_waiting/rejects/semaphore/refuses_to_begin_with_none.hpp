// verdict: exception
// why: A semaphore that begins with no permit is a signal.

    // [constructor]
    : most_(most), permits_(permits) {
    if (permits == 0 || most == 0) throw std::invalid_argument("Semaphore: no permits");
    if (permits > most) throw std::invalid_argument("Semaphore: more permits than allowed");
    // [constructor]
