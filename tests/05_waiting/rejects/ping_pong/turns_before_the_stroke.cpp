// verdict: data_race
// why: The other player may hit while this one still does.

        // [play]
        {
            std::unique_lock hold(mutex_);
            while (turn_ != player) changed_.wait(hold);
            turn_ = 1 - player;
            changed_.notify_one();
        }
        stroke();
        // [play]
