// verdict: wrong_result
// why: A look is no arrival.

    // [try_wait]
    return left_.with([](std::size_t& left) { return left == 0 || --left == 0; });
    // [try_wait]
