// verdict: wrong_result
// why: A spurious wake-up lets player 1 begin.

        // [play]
        std::unique_lock hold(mutex_);
        if (turn_ != player) changed_.wait(hold);
        stroke();
        turn_ = 1 - player;
        changed_.notify_one();
        // [play]
