// verdict: lost_wakeup
// why: The other player looks too early, and nobody tells them again.

        // [play]
        {
            std::unique_lock hold(mutex_);
            while (turn_ != player) changed_.wait(hold);
            stroke();
        }
        changed_.notify_one();
        const std::lock_guard hold(mutex_);
        turn_ = 1 - player;
        // [play]
