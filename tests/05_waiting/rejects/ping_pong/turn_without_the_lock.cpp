// verdict: data_race
// why: The turn changes while the other player looks at it.

        // [play]
        {
            std::unique_lock hold(mutex_);
            while (turn_ != player) changed_.wait(hold);
        }
        stroke();
        turn_ = 1 - player;
        changed_.notify_one();
        // [play]
