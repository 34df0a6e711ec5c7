// verdict: lost_wakeup
// why: The other player is not told.

        // [play]
        std::unique_lock hold(mutex_);
        while (turn_ != player) changed_.wait(hold);
        stroke();
        turn_ = 1 - player;
        // [play]
