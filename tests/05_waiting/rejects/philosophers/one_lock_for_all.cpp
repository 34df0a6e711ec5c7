// verdict: not_concurrent
// why: One eats at a time, however large the table is.

        // [dine]
        (void)left, (void)right;
        const std::lock_guard table(table_);
        eat();
        // [dine]

    // [members]
    std::vector<std::mutex> forks_;
    std::mutex table_;
    // [members]
