// why: Each stroke has a number, and a player waits for theirs.

        // [play]
        std::unique_lock hold(mutex_);
        while (strokes_ % 2 != player) changed_.wait(hold);
        stroke();
        ++strokes_;
        changed_.notify_all();
        // [play]

    // [members]
    std::mutex mutex_;
    std::condition_variable changed_;
    int strokes_ = 0;
    // [members]
