// why: It counts those who are still missing, and a sense that turns.

    // [constructor]
    explicit Barrier(std::size_t threads, F completion = F())
        : threads_(threads), round_(std::move(completion), threads) {
        if (threads == 0) throw std::invalid_argument("Barrier: no thread could ever arrive");
    }
    // [constructor]

        // [arrive_and_wait]
        auto round = round_.lock();
        const bool sense = round->sense;
        if (--round->missing == 0) {
            round->completion();
            round->missing = threads_;
            round->sense = !sense;
            all_here_.notify_all();
        }
        all_here_.wait(round, [sense](const Round& now) { return now.sense != sense; });
        // [arrive_and_wait]

    // [members]
    struct Round {
        Round(F completion, std::size_t threads)
            : completion(std::move(completion)), missing(threads) {}
        F completion;
        std::size_t missing;
        bool sense = false;
    };
    // [members]
