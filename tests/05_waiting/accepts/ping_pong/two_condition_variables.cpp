// why: Each player has a bell of their own.

        // [play]
        std::unique_lock hold(mutex_);
        std::condition_variable& mine = player == 0 ? changed_ : other_;
        std::condition_variable& theirs = player == 0 ? other_ : changed_;
        mine.wait(hold, [&] { return turn_ == player; });
        stroke();
        turn_ = 1 - player;
        hold.unlock();
        theirs.notify_one();
        // [play]

    // [members]
    std::mutex mutex_;
    std::condition_variable changed_, other_;
    int turn_ = 0;
    // [members]
