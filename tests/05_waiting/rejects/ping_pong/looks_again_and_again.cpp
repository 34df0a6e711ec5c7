// verdict: timeout
// why: A player who waits keeps a core busy.

        // [play]
        while (true) {
            const std::lock_guard hold(mutex_);
            if (turn_ != player) continue;
            stroke();
            turn_ = 1 - player;
            return;
        }
        // [play]
