// verdict: wrong_result
// why: The value is put down, and the sender goes before anybody has come.

    // [constructor]
    explicit BoundedMailbox(std::size_t capacity) : capacity_(capacity ? capacity : 1) {}
    // [constructor]
