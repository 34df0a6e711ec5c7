// verdict: data_race
// why: A spurious wake-up lets both hit.

        // [play]
        std::unique_lock hold(mutex_);
        if (turn_ != player) changed_.wait(hold);
        hold.unlock();
        stroke();
        hold.lock();
        turn_ = 1 - player;
        changed_.notify_one();
        // [play]
