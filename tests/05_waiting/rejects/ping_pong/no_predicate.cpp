// verdict: lost_wakeup
// why: Both wait for somebody to begin.

        // [play]
        std::unique_lock hold(mutex_);
        changed_.wait(hold);
        stroke();
        turn_ = 1 - player;
        changed_.notify_one();
        // [play]
