// why: While it is their turn, nobody else plays; the lock is for the turn.

        // [play]
        {
            std::unique_lock hold(mutex_);
            changed_.wait(hold, [&] { return turn_ == player; });
        }
        stroke();
        const std::lock_guard hold(mutex_);
        turn_ = 1 - player;
        changed_.notify_all();
        // [play]
